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

    /// <summary>The names of the members; the same object for all messages of a type.</summary>
    internal abstract PropertyTable Names { get; }

    /// <summary>Makes the table of the message's type: its full name and the names of its members.</summary>
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
        var names = Names;
        for (var index = -1; names.MoveNext(ref reader, ref index);)
            ReadMember(ref reader, index);
    }

    internal void WriteTo(MessageWriter writer) => WriteMembers(writer);

    internal PropertyTable MakeNames() => DescribeMembers();
}

/// <summary>A generated message. For generated code.</summary>
/// <typeparam name="TSelf">The message itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Message<TSelf> : Message, IMessage<TSelf>
    where TSelf : Message<TSelf>, new()
{
    private static readonly PropertyTable s_names = new TSelf().MakeNames();

    /// <summary>Only messages derive from it.</summary>
    protected Message()
    {
    }

    static string? IMessage<TSelf>.FullName => s_names.FullName;

    internal sealed override PropertyTable Names => s_names;

    static TSelf IJsonValue<TSelf>.ReadFrom(ref Utf8JsonReader reader)
    {
        var message = new TSelf();
        message.ReadMembers(ref reader);
        return message;
    }

    void IJsonValue<TSelf>.WriteTo(Utf8JsonWriter writer) => MessageWriter.Write(this, writer);
}
