namespace TheThingsStack.Generators.Reading;

/// <summary>Turns the offsets of bytes into lines and columns, which count characters.</summary>
internal sealed class TextPositions(byte[] utf8)
{
    private const int Block = 4096;

    private List<int>? _lines;
    private int[]? _charsBefore;

    public (int Line, int Column) Of(int offset)
    {
        offset = Math.Min(offset, utf8.Length);
        _lines ??= LineStarts();
        var line = _lines.BinarySearch(offset);
        line = line < 0 ? ~line - 1 : line;
        return (line, CharsBefore(offset) - CharsBefore(_lines[line]));
    }

    private List<int> LineStarts()
    {
        var starts = new List<int> { 0 };
        for (var end = Array.IndexOf(utf8, (byte)'\n'); end >= 0; end = Array.IndexOf(utf8, (byte)'\n', end + 1))
            starts.Add(end + 1);
        return starts;
    }

    // A document on one line can have faults far into it: characters are counted once, by blocks.
    private int CharsBefore(int offset)
    {
        if (_charsBefore is null)
        {
            _charsBefore = new int[(utf8.Length / Block) + 1];
            for (var block = 1; block < _charsBefore.Length; block++)
                _charsBefore[block] = _charsBefore[block - 1] + Chars((block - 1) * Block, block * Block);
        }

        return _charsBefore[offset / Block] + Chars(offset / Block * Block, offset);
    }

    // A character takes one byte that does not go on from another; those of four bytes are two characters in UTF-16.
    private int Chars(int start, int end)
    {
        var count = 0;
        for (var i = start; i < end; i++)
            count += (utf8[i] & 0xC0) == 0x80 ? 0 : utf8[i] >= 0xF0 ? 2 : 1;
        return count;
    }
}
