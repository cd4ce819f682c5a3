namespace TheThingsStack.Http;

/// <summary>Cuts a streamed answer into lines; blank lines are no lines. It must not depend on how the bytes arrive.</summary>
internal sealed class JsonLines : IDisposable
{
    public const int MaxLine = 16 * 1024 * 1024;
    private const int MaxRead = 64 * 1024;
    private readonly PooledBuffer _buffer = new();
    private int _consumed;
    private int _searched;
    private bool _ended;

    /// <summary>The line found last, valid until the next is asked for.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Whether the line ended with the answer and not with a line end.</summary>
    public bool IsUnterminated { get; private set; }

    /// <summary>Finds the next line among the bytes that are there.</summary>
    public bool TryMoveNext()
    {
        while (TryTakeLine())
            if (!IsBlank(Line.Span))
                return true;
        return false;
    }

    /// <summary>Finds the next line; false at the end of the answer.</summary>
    /// <exception cref="InvalidDataException">The line is too long.</exception>
    public async ValueTask<bool> MoveNextAsync(ApiCall call, Stream stream)
    {
        while (!TryMoveNext())
        {
            if (_ended)
                return TakeRest();
            DropConsumed();
            if (_buffer.Length > MaxLine)
                throw new InvalidDataException($"a line of the stream is longer than {MaxLine} bytes");
            var room = _buffer.GetMemory(4096);
            var count = await call.ReadAsync(stream, room[..Math.Min(room.Length, MaxRead)]).ConfigureAwait(false);
            _buffer.Advance(count);
            _ended = count == 0;
        }

        return true;
    }

    public void Dispose() => _buffer.Dispose();

    private bool TryTakeLine()
    {
        var at = _buffer.Span[_searched..].IndexOf((byte)'\n');
        if (at < 0)
        {
            _searched = _buffer.Length;
            return false;
        }
        Line = _buffer.Memory[_consumed..(_searched + at)];
        _consumed = _searched += at + 1;
        return true;
    }

    private bool TakeRest()
    {
        Line = _buffer.Memory[_consumed..];
        _consumed = _searched = _buffer.Length;
        IsUnterminated = true;
        return !IsBlank(Line.Span);
    }

    private void DropConsumed()
    {
        _buffer.RemoveFirst(_consumed);
        _searched -= _consumed;
        _consumed = 0;
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(" \t\r"u8) < 0;
}
