using System.Runtime.InteropServices;

namespace TheThingsStack.Json;

/// <summary>Names that are found from their UTF-8 bytes without making a string.</summary>
internal sealed class Utf8Names
{
    private readonly Entry[] _names;
    private readonly int[] _slots;

    /// <summary>Of equal names the first is found.</summary>
    public Utf8Names(byte[][] names)
    {
        _names = Array.ConvertAll(names, static name => new Entry(name, Ends.Of(name)));
        _slots = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(names.Length * 2 + 1))];
        for (var i = 0; i < names.Length; i++)
        {
            var slot = _names[i].Ends.Hash & (_slots.Length - 1);
            while (_slots[slot] != 0)
                slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = i + 1;
        }
    }

    public int Count => _names.Length;

    public ReadOnlySpan<byte> this[int index] => _names[index].Name;

    /// <summary>The place of a name; -1 where it is not there.</summary>
    /// <param name="name">The name.</param>
    /// <param name="likely">Where it is looked for first.</param>
    public int Find(ReadOnlySpan<byte> name, int likely = -1)
    {
        var ends = Ends.Of(name);
        return (uint)likely < (uint)_names.Length && _names[likely].Is(name, ends) ? likely : Find(name, ends);
    }

    internal static int Hash(ReadOnlySpan<byte> name) => Ends.Of(name).Hash;

    private int Find(ReadOnlySpan<byte> name, Ends ends)
    {
        var slots = _slots;
        for (var slot = ends.Hash & (slots.Length - 1); slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            var index = slots[slot] - 1;
            if (_names[index].Is(name, ends))
                return index;
        }

        return -1;
    }

    private readonly struct Entry(byte[] name, Ends ends)
    {
        public readonly byte[] Name = name;
        public readonly Ends Ends = ends;

        public bool Is(ReadOnlySpan<byte> name, Ends ends) =>
            Ends.First == ends.First && Ends.Last == ends.Last && Ends.Length == ends.Length
            && (ends.Length <= 2 * sizeof(ulong) || name.SequenceEqual(Name));
    }

    /// <summary>Length, first and last eight bytes: all of a name of up to sixteen, and names of one message rarely agree in them.</summary>
    private readonly struct Ends(ulong first, ulong last, int length)
    {
        public readonly ulong First = first;
        public readonly ulong Last = last;
        public readonly int Length = length;

        public int Hash => (int)(((First * 31) + Last + (ulong)Length) * 0x9E3779B97F4A7C15 >> 40);

        public static Ends Of(ReadOnlySpan<byte> name)
        {
            if (name.Length >= sizeof(ulong))
                return new(MemoryMarshal.Read<ulong>(name), MemoryMarshal.Read<ulong>(name[^sizeof(ulong)..]), name.Length);
            if (name.Length >= sizeof(uint))
                return new(MemoryMarshal.Read<uint>(name), MemoryMarshal.Read<uint>(name[^sizeof(uint)..]), name.Length);
            var all = 0UL;
            foreach (var c in name)
                all = (all << 8) | c;
            return new(all, 0, name.Length);
        }
    }
}
