using System.Net;
using TheThingsStack.Client.Tests.Samples;

namespace TheThingsStack.Client.Tests.Calls;

/// <summary>Answers with bytes that arrive in pieces of lengths that chance picks, again and again if they are without end.</summary>
internal sealed class PiecewiseHandler(byte[] body, Choices choices, bool endless = false) : HttpMessageHandler
{
    private int _next;

    /// <summary>How many bytes were taken.</summary>
    public long Taken { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Pieces(this)), RequestMessage = request });

    private int Take(Span<byte> buffer)
    {
        if (_next == body.Length && endless)
            _next = 0;
        var count = Math.Min(Math.Min(buffer.Length, body.Length - _next), 1 + choices.Next(choices.Next(8) == 0 ? 100_000 : 200));
        body.AsSpan(_next, count).CopyTo(buffer);
        (_next, Taken) = (_next + count, Taken + count);
        return count;
    }

    private sealed class Pieces(PiecewiseHandler handler) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => handler.Take(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(handler.Take(buffer.Span));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
