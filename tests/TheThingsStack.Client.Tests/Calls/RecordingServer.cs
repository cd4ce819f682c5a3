using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TheThingsStack.V3;

namespace TheThingsStack.Client.Tests.Calls;

/// <summary>
/// A server on two loopback ports, one for the Identity Server and one for the others, that keeps every request and answers with
/// what a test sets.
/// </summary>
public sealed class RecordingServer : IAsyncLifetime
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private Uri[] _addresses = [];

    public RecordingServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0);
            options.Listen(IPAddress.Loopback, 0);
        });
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>The answer to a request: its body, as JSON.</summary>
    public Func<RecordedRequest, string> Answer { get; set; } = _ => "{}";

    /// <summary>Lines that the next request is answered with, one after the other, as they come.</summary>
    public ChannelReader<string>? Lines { get; set; }

    public Uri Address => _addresses[0];

    public Uri IdentityAddress => _addresses[1];

    public int Count => _requests.Count;

    /// <summary>The only request since the last time.</summary>
    public RecordedRequest TakeOne() => Assert.Single(TakeAll());

    public IReadOnlyList<RecordedRequest> TakeAll()
    {
        List<RecordedRequest> all = [];
        while (_requests.TryDequeue(out var request))
            all.Add(request);
        return all;
    }

    public TheThingsStackClient CreateClient() => new(new TheThingsStackOptions
    {
        Address = Address.ToString(),
        IdentityAddress = IdentityAddress.ToString(),
        ApiKey = "key",
        UserAgent = new("client-tests", "1.2"),
    });

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        _addresses = [.. _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(a => new Uri(a))];
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = await RecordedRequest.ReadAsync(context);
        _requests.Enqueue(request);
        context.Response.ContentType = "application/json";
        if (Lines is { } lines)
            await AnswerWithAsync(lines, context);
        else
            await context.Response.WriteAsync(Answer(request));
    }

    private async Task AnswerWithAsync(ChannelReader<string> lines, HttpContext context)
    {
        Lines = null;
        await foreach (var line in lines.ReadAllAsync(context.RequestAborted))
        {
            await context.Response.WriteAsync(line);
            await context.Response.Body.FlushAsync();
        }
    }
}
