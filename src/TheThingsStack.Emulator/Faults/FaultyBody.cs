using Microsoft.AspNetCore.Http;
using TheThingsStack.Emulator.Hosting;

namespace TheThingsStack.Emulator.Faults;

/// <summary>Passes the body of an answer on in pieces, with pauses, or up to a point where the connection is cut.</summary>
internal sealed class FaultyBody(Stream inner, HttpContext http, Fault fault, TimeProvider clock) : Stream
{
    private int _left = fault.Bytes;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (fault.Kind == FaultKind.CutInBody)
            await WriteUntilCutAsync(buffer, cancellationToken);
        else
            await WriteSlowlyAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async Task WriteUntilCutAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellation)
    {
        var count = Math.Min(_left, buffer.Length);
        await inner.WriteAsync(buffer[..count], cancellation);
        _left -= count;
        await inner.FlushAsync(cancellation);
        if (_left == 0)
        {
            await RawConnection.CutAsync(http);
            throw new OperationCanceledException("The connection is cut on request.");
        }
    }

    private async Task WriteSlowlyAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellation)
    {
        for (var at = 0; at < buffer.Length; at += fault.Bytes)
        {
            await Task.Delay(fault.Time, clock, cancellation);
            await inner.WriteAsync(buffer.Slice(at, Math.Min(fault.Bytes, buffer.Length - at)), cancellation);
            await inner.FlushAsync(cancellation);
        }
    }
}
