using System.Buffers;
using System.Text;

namespace TheThingsStack.Tests.Json;

/// <summary>JSON text in pieces of a few bytes each.</summary>
internal static class Cut
{
    /// <summary>Every way to cut the text into pieces of one length, from one byte each to the whole.</summary>
    public static IEnumerable<ReadOnlySequence<byte>> EveryWay(string json)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        for (var length = 1; length <= utf8.Length; length++)
            yield return Of(utf8, length);
    }

    public static ReadOnlySequence<byte> Of(byte[] utf8, int length)
    {
        var first = new Piece(utf8.AsMemory(0, Math.Min(length, utf8.Length)), null);
        var last = first;
        for (var start = length; start < utf8.Length; start += length)
            last = new Piece(utf8.AsMemory(start, Math.Min(length, utf8.Length - start)), last);
        return new(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, Piece? previous)
        {
            Memory = memory;
            if (previous is null)
                return;
            RunningIndex = previous.RunningIndex + previous.Memory.Length;
            previous.Next = this;
        }
    }
}
