using System.Buffers;

namespace TheThingsStack.Tests.Values;

/// <summary>Bytes that do not lie together in memory.</summary>
internal static class Pieces
{
    public static ReadOnlySequence<byte> Of(byte[] first, byte[] second)
    {
        var end = new Segment(second, first.Length, null);
        var start = new Segment(first, 0, end);
        return new ReadOnlySequence<byte>(start, 0, end, second.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] memory, long index, Segment? next)
        {
            Memory = memory;
            RunningIndex = index;
            Next = next;
        }
    }
}
