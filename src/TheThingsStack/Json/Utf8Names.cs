using System.Runtime.InteropServices;

namespace TheThingsStack.Json;

/// <summary>Names that are found from their UTF-8 bytes without making a string.</summary>
internal sealed class Utf8Names
{
    private readonly byte[][] _names;
    private readonly int[] _slots;

    /// <summary>Of equal names the first is found.</summary>
    public Utf8Names(byte[][] names)
    {
        _names = names;
        _slots = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(names.Length * 2 + 1))];
        for (var i = 0; i < names.Length; i++)
        {
            var slot = Hash(names[i]) & (_slots.Length - 1);
            while (_slots[slot] != 0)
                slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = i + 1;
        }
    }

    public int Count => _names.Length;

    public ReadOnlySpan<byte> this[int index] => _names[index];

    /// <summary>The place of a name; -1 where it is not there.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        var slots = _slots;
        for (var slot = Hash(name) & (slots.Length - 1); slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            var index = slots[slot] - 1;
            if (name.SequenceEqual(_names[index]))
                return index;
        }

        return -1;
    }

    // Length, first and last eight bytes: names of one message rarely agree in all of them, and equality is checked afterwards.
    internal static int Hash(ReadOnlySpan<byte> name)
    {
        ulong mixed;
        if (name.Length >= 8)
        {
            mixed = MemoryMarshal.Read<ulong>(name) * 31 + MemoryMarshal.Read<ulong>(name[^8..]);
        }
        else
        {
            mixed = 0;
            foreach (var c in name)
                mixed = (mixed << 8) | c;
        }

        mixed = (mixed + (ulong)name.Length) * 0x9E3779B97F4A7C15;
        return (int)(mixed >> 40);
    }
}
