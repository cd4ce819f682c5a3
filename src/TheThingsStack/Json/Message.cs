using System.ComponentModel;
using System.Text.Json;

namespace TheThingsStack.Json;

/// <summary>What every generated message has: members by place, in the order of a table of their names. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Message
{
    private protected Message()
    {
    }

    /// <summary>The full name of the message's type and the names of its members; the same object for all messages of a type.</summary>
    protected abstract PropertyTable DescribeMembers();

    /// <summary>Reads the value of one member.</summary>
    /// <param name="reader">A reader on the first token of the value, which is not null; left on its last token.</param>
    /// <param name="index">The place of the member.</param>
    protected abstract void ReadMember(ref Utf8JsonReader reader, int index);

    /// <summary>Writes the members that are set.</summary>
    protected abstract void WriteMembers(MessageWriter writer);

    internal void ReadMembers(ref Utf8JsonReader reader)
    {
        PropertyTable.Start(ref reader);
        var names = DescribeMembers();
        for (var index = -1; names.MoveNext(ref reader, ref index);)
            ReadMember(ref reader, index);
    }

    internal void WriteTo(MessageWriter writer) => WriteMembers(writer);

    internal PropertyTable Describe() => DescribeMembers();
}

/// <summary>A generated message. For generated code.</summary>
/// <typeparam name="TSelf">The message itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Message<TSelf> : Message, IMessage<TSelf>
    where TSelf : Message<TSelf>, new()
{
    private static readonly string? s_fullName = new TSelf().Describe().FullName;

    /// <summary>Only messages derive from it.</summary>
    protected Message()
    {
    }

    static string? IMessage<TSelf>.FullName => s_fullName;

    static TSelf IJsonValue<TSelf>.ReadFrom(ref Utf8JsonReader reader)
    {
        var message = new TSelf();
        message.ReadMembers(ref reader);
        return message;
    }

    void IJsonValue<TSelf>.WriteTo(Utf8JsonWriter writer) => MessageWriter.Write(this, writer);
}
