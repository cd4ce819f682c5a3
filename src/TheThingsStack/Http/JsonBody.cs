using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using TheThingsStack.Json;

namespace TheThingsStack.Http;

/// <summary>A JSON document to send, in a pooled buffer that the sending call gives back.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The sending call gives the buffer back; of a body that is never sent, the garbage collector takes it.")]
public sealed class JsonBody
{
    // What HTML needs escaped is sent as it is: no browser reads a request.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly PooledBuffer _buffer = new();
    private readonly Utf8JsonWriter _writer;
    private bool _complete;

    // One for the request, and one for every copy that is being written to a connection: an answer can come, and the call end,
    // before its request is written to the end.
    private int _users = 1;

    /// <summary>Begins a document.</summary>
    public JsonBody() => _writer = new Utf8JsonWriter(_buffer, s_options);

    /// <summary>Writes the document, until it is sent.</summary>
    /// <exception cref="InvalidOperationException">It was sent.</exception>
    public Utf8JsonWriter Writer => _complete ? throw new InvalidOperationException("The body was sent; it cannot be changed any more.") : _writer;

    /// <summary>A document that is one value.</summary>
    public static JsonBody Of<T>(T message)
        where T : IJsonValue<T>
    {
        ArgumentNullException.ThrowIfNull(message);
        var body = new JsonBody();
        message.WriteTo(body._writer);
        return body;
    }

    /// <summary>Ends the document; further writing is refused.</summary>
    internal void Complete()
    {
        if (_complete)
            return;
        if (_writer.CurrentDepth != 0 || _writer.BytesPending + _writer.BytesCommitted == 0)
            throw new InvalidOperationException("The body is not a whole JSON document yet.");
        _writer.Dispose();
        _complete = true;
    }

    internal int Length => _buffer.Length;

    /// <summary>The document, to be let go with <see cref="Release"/>.</summary>
    internal ReadOnlyMemory<byte> Acquire()
    {
        for (var users = Volatile.Read(ref _users); users > 0; users = Volatile.Read(ref _users))
            if (Interlocked.CompareExchange(ref _users, users + 1, users) == users)
                return _buffer.Memory;
        throw Released();
    }

    internal void ThrowIfReleased()
    {
        if (Volatile.Read(ref _users) <= 0)
            throw Released();
    }

    internal void Release()
    {
        if (Interlocked.Decrement(ref _users) == 0)
            _buffer.Dispose();
    }

    private static InvalidOperationException Released() => new("The call that this body was made for has ended; a request is sent by one call.");
}
