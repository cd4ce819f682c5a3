using System.Collections.Concurrent;
using System.Text.Json;
using TheThingsStack.Json;

namespace TheThingsStack.Client.Tests.Samples;

/// <summary>The generic methods of <see cref="MessageJson"/> for a type that only reflection knows.</summary>
public abstract class MessageAccess
{
    private static readonly ConcurrentDictionary<Type, MessageAccess> s_known = new();

    public static MessageAccess For(Type type) =>
        s_known.GetOrAdd(type, static t => (MessageAccess)Activator.CreateInstance(typeof(Access<>).MakeGenericType(t))!);

    public abstract byte[] Write(object message);

    public abstract object Parse(ReadOnlySpan<byte> utf8);

    /// <summary>Reads from pieces of a buffer.</summary>
    public abstract object Read(ref Utf8JsonReader reader);

    public abstract Any Pack(object message);

    public abstract object Unpack(Any any);

    private sealed class Access<T> : MessageAccess
        where T : class, IMessage<T>
    {
        public override byte[] Write(object message) => MessageJson.ToUtf8Bytes((T)message);

        public override object Parse(ReadOnlySpan<byte> utf8) => MessageJson.Parse<T>(utf8);

        public override object Read(ref Utf8JsonReader reader) => T.ReadFrom(ref reader);

        public override Any Pack(object message) => Any.Pack((T)message);

        public override object Unpack(Any any) => any.Unpack<T>();
    }
}
