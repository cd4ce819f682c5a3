using System.Net;

namespace TheThingsStack.Benchmarks.Inputs;

/// <summary>A server in this process that answers every call with the same bytes, so many times over: a stream as long as one likes, at no cost.</summary>
internal sealed class RepeatingServer(byte[] content, int times) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Repeating(content, times)) });

    private sealed class Repeating(byte[] content, int times) : Stream
    {
        // As much as a connection hands over at once.
        private const int Most = 16 * 1024;

        private int _left = times;
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            var room = buffer[..Math.Min(buffer.Length, Most)];
            var count = 0;
            while (_left > 0 && count < room.Length)
            {
                var part = Math.Min(room.Length - count, content.Length - _at);
                content.AsSpan(_at, part).CopyTo(room[count..]);
                (count, _at) = (count + part, _at + part);
                if (_at == content.Length)
                    (_at, _left) = (0, _left - 1);
            }

            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
