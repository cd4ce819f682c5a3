using System.Buffers;

namespace TheThingsStack.Http;

/// <summary>Bytes in an array that grows, pooled unless it is large: the pool would keep it. Cleared when given back: bodies hold keys.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private const int FirstSize = 1024;
    private const int MaxPooled = 1024 * 1024;
    private byte[] _array = [];
    private int _length;

    public int Length => _length;

    public ReadOnlyMemory<byte> Memory => _array.AsMemory(0, _length);

    public Span<byte> Span => _array.AsSpan(0, _length);

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _array.Length - _length);
        _length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureRoom(Math.Max(sizeHint, 1));
        return _array.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Drops bytes at the front.</summary>
    public void RemoveFirst(int count)
    {
        _array.AsSpan(count, _length - count).CopyTo(_array);
        _length -= count;
    }

    public void Dispose()
    {
        var array = _array;
        (_array, _length) = ([], 0);
        GiveBack(array);
    }

    private void EnsureRoom(int room)
    {
        if (_array.Length - _length >= room)
            return;
        var size = Math.Max(FirstSize, checked(Math.Max(_array.Length * 2, _length + room)));
        var larger = size > MaxPooled ? GC.AllocateUninitializedArray<byte>(size) : ArrayPool<byte>.Shared.Rent(size);
        Span.CopyTo(larger);
        var (old, length) = (_array, _length);
        (_array, _length) = (larger, length);
        GiveBack(old);
    }

    private static void GiveBack(byte[] array)
    {
        if (array.Length > MaxPooled)
            Array.Clear(array);
        else if (array.Length > 0)
            ArrayPool<byte>.Shared.Return(array, clearArray: true);
    }
}
