using System.Runtime.Intrinsics;

namespace TheThingsStack.Json;

/// <summary>Text that is written often. Most fits into one register, which is written quicker than a copy of just its length is.</summary>
internal readonly struct PaddedText
{
    private readonly byte[] _bytes;
    private readonly int _length;

    public PaddedText(byte[] text)
    {
        _length = text.Length;
        _bytes = text;
        Array.Resize(ref _bytes, Math.Max(_length, Vector256<byte>.Count));
    }

    /// <summary>Whether there is no text.</summary>
    public bool IsEmpty => _length == 0;

    /// <summary>The room that it needs, with what may be written behind it and does not count.</summary>
    public int Room => _bytes.Length;

    /// <summary>Writes it, and says how long it is.</summary>
    public int WriteTo(Span<byte> room)
    {
        if (_length <= Vector256<byte>.Count)
            Vector256.Create<byte>(_bytes).CopyTo(room);
        else
            _bytes.CopyTo(room);
        return _length;
    }
}
