using System.Net;
using System.Text;

namespace TheThingsStack.Tests.RateLimits;

/// <summary>Answers without a network.</summary>
internal sealed class StubHandler(Func<int, (int Status, string Body, string[] Headers)> answer, Func<Task> before) : HttpMessageHandler
{
    private readonly List<string> _bodies = [];
    private int _count;
    private int _started;

    public StubHandler(Func<int, (int Status, string Body, string[] Headers)> answer)
        : this(answer, () => Task.CompletedTask)
    {
    }

    public StubHandler(Func<int, (int Status, string Body, string[] Headers)> answer, Task gate)
        : this(answer, () => gate)
    {
    }

    public StubHandler(Func<int, (int Status, string Body, string[] Headers)> answer, TimeSpan delay)
        : this(answer, () => Task.Delay(delay))
    {
    }

    public StubHandler(Gcra limit, TimeSpan delay = default)
        : this(_ => limit.Ask(out var headers) ? (200, "{}", headers) : (429, """{"code":8,"message":"error:pkg/ratelimit:rate_limit_exceeded (too many)"}""", headers), delay)
    {
    }

    public int Started => Volatile.Read(ref _started);

    public int Count => Volatile.Read(ref _count);

    public IReadOnlyList<string> Bodies => _bodies;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Interlocked.Increment(ref _started);
        await before();
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (_bodies)
            _bodies.Add(body);
        var (status, text, headers) = answer(Interlocked.Increment(ref _count));
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(text, Encoding.UTF8, "application/json"), RequestMessage = request };
        foreach (var header in headers)
            response.Headers.TryAddWithoutValidation(header.Split(": ")[0], header.Split(": ")[1]);
        return response;
    }
}
