using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TheThingsStack.Json;

/// <content>
/// The text of one message, until it is whole. It goes around <see cref="Utf8JsonWriter"/>, which looks at every name anew; what has a form of its own
/// is still written by one.
/// </content>
public sealed partial class MessageWriter
{
    // As deep as a Utf8JsonWriter goes.
    private const int MaxDepth = 1000;
    private const int LongestValue = 64;
    private const int LongestNumber = 32;
    private const int KeyDigits = 32;
    private const int FirstSize = 1024;
    private const int MostKept = 64 * 1024;

    [ThreadStatic]
    private static MessageWriter? t_first;

    // The innermost that is in use: a message within a map or a free-form object gets a writer of its own.
    [ThreadStatic]
    private static MessageWriter? t_current;

    private readonly Buffer _buffer;
    private byte[] _bytes = [];
    private int _length;
    private PaddedText[] _names = [];
    private JavaScriptEncoder? _encoder;
    private Utf8JsonWriter? _inner;
    private MessageWriter? _nested;
    private int _depth;

    private MessageWriter() => _buffer = new(this);

    // Writes into the same text.
    private Utf8JsonWriter Inner
    {
        get
        {
            _inner ??= new(_buffer, new JsonWriterOptions { Encoder = _encoder, SkipValidation = true });
            _inner.Reset(_buffer);
            return _inner;
        }
    }

    /// <summary>Writes a whole message.</summary>
    /// <exception cref="InvalidOperationException">Two members of a oneof are set, or messages contain themselves.</exception>
    internal static void Write(Message message, Utf8JsonWriter target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var outer = t_current;
        var writer = outer is null ? t_first ??= new() : outer._nested ??= new();
        t_current = writer;
        try
        {
            writer.Begin(target.Options.Encoder, outer?._depth ?? 0);
            writer.Write(message);
            writer.Hand(target);
        }
        finally
        {
            t_current = outer;
            writer.Forget();
        }
    }

    private void Begin(JavaScriptEncoder? encoder, int depth)
    {
        _depth = depth;
        if (ReferenceEquals(_encoder, encoder))
            return;
        _encoder = encoder;
        _inner = null;
    }

    private void Hand(Utf8JsonWriter target)
    {
        var text = _bytes.AsMemory(0, _length);
        if (!target.Options.Indented)
        {
            target.WriteRawValue(text.Span, skipInputValidation: true);
            return;
        }

        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
        document.RootElement.WriteTo(target);
    }

    // Messages hold keys.
    private void Forget()
    {
        if (_bytes.Length > MostKept)
            _bytes = [];
        else
            _bytes.AsSpan(0, _length).Clear();
        _length = 0;
    }

    private void Write(Message message)
    {
        if (++_depth > MaxDepth)
            throw new InvalidOperationException($"Messages are nested deeper than {MaxDepth} levels; does one contain itself?");
        var outer = _names;
        _names = message.Describe().Encoded(_encoder);
        var start = _length;
        message.WriteTo(this);
        Open(start);
        Sign('}');
        _names = outer;
        _depth--;
    }

    private void Name(int index)
    {
        ref readonly var name = ref _names[index];
        _length += name.WriteTo(Reserve(name.Room));
    }

    // Every name has a comma before it. In front of the first one it becomes the start of the object.
    private void Open(int start)
    {
        if (_length == start)
            Sign('{');
        else
            _bytes[start] = (byte)'{';
    }

    private void Separate(char start)
    {
        if (_bytes[_length - 1] != start)
            Sign(',');
    }

    private void Sign(char sign)
    {
        Reserve(1)[0] = (byte)sign;
        _length++;
    }

    // A copy of a length that the compiler knows is one store.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Raw(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Reserve(text.Length));
        _length += text.Length;
    }

    private Span<byte> Reserve(int room)
    {
        if (_bytes.Length - _length < room)
            Grow(room);
        return _bytes.AsSpan(_length);
    }

    private void Grow(int room)
    {
        var old = _bytes;
        _bytes = GC.AllocateUninitializedArray<byte>(Math.Max(FirstSize, checked(Math.Max(old.Length * 2, _length + room))));
        old.AsSpan(0, _length).CopyTo(_bytes);
        old.AsSpan(0, _length).Clear();
    }

    private void FlushInner() => _inner!.Flush();

    private sealed class Buffer(MessageWriter writer) : IBufferWriter<byte>
    {
        public void Advance(int count) => writer._length += count;

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            writer.Reserve(Math.Max(sizeHint, 1));
            return writer._bytes.AsMemory(writer._length);
        }

        public Span<byte> GetSpan(int sizeHint = 0) => writer.Reserve(Math.Max(sizeHint, 1));
    }
}
