using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TheThingsStack.Emulator.Access;
using TheThingsStack.Emulator.Events;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Recording;
using TheThingsStack.Emulator.Registries;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator;

/// <summary>
/// A stand-in for The Things Stack inside this process: an HTTP server on a loopback port that keeps applications and end
/// devices in memory and refuses what the real server refuses, with the real server's errors. What it does not implement
/// answers 501. It is for tests and samples; nothing survives it.
/// </summary>
public sealed class TheThingsStackEmulator : IAsyncDisposable
{
    private const string UserId = "emulator-user";

    private readonly CancellationTokenSource _stopping = new();
    private int _disposed;
    private readonly RequestRecorder _recorder = new();
    private readonly WebApplication _host;

    private TheThingsStackEmulator(TheThingsStackEmulatorOptions options)
    {
        var clock = options.TimeProvider;
        var key = new ApiKey(ApiToken.NewApiKey(), "Emulator", UserId, ["RIGHT_ALL"], ProtoTime.Format(clock.GetUtcNow()));
        ApiKey = key.Token.ToString();
        var tenants = new TenantDirectory(options.Tenants, tenant =>
        {
            if (options.SeedData)
                SeedData.Fill(tenant, UserId, ProtoTime.Format(clock.GetUtcNow()));
        });
        var reference = ApiReference.Default;
        var endpoint = new ApiEndpoint(reference, Implemented(reference), new Authenticator([key]), tenants, _recorder, clock, _stopping.Token);
        _host = BuildHost(options.Port);
        _host.Run(endpoint.HandleAsync);
    }

    /// <summary>Where the emulator listens, as an absolute address without a path: <c>http://127.0.0.1:port</c>. The API is below <c>/api/v3</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>An API key that may do everything in every tenant; it is new with every emulator.</summary>
    public string ApiKey { get; }

    /// <summary>
    /// The requests so far as they were received, oldest first: a snapshot. The latest 1000 are kept, fewer when their bodies
    /// together exceed 32 MiB.
    /// </summary>
    public IReadOnlyList<RecordedRequest> Requests => _recorder.Snapshot();

    /// <summary>Starts an emulator; dispose of it to stop it.</summary>
    /// <param name="options">How to start; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<TheThingsStackEmulator> StartAsync(TheThingsStackEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var emulator = new TheThingsStackEmulator(options ?? new TheThingsStackEmulatorOptions());
        try
        {
            await emulator._host.StartAsync(cancellationToken).ConfigureAwait(false);
            emulator.Address = new Uri(emulator._host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Ends open streams and stops listening. Disposing again does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _host.StopAsync().ConfigureAwait(false);
        await _host.DisposeAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }

    private static Handlers Implemented(ApiReference reference)
    {
        var handlers = new Handlers();
        AccessRegistry.AddTo(handlers);
        new ApplicationRegistry(reference).AddTo(handlers);
        new EndDeviceRegistry(reference).AddTo(handlers);
        new NetworkServerDevices(reference).AddTo(handlers);
        new ApplicationServerDevices(reference).AddTo(handlers);
        new JoinServerDevices(reference).AddTo(handlers);
        EventStream.AddTo(handlers);
        return handlers;
    }

    /// <summary>A host with nothing but the server: no configuration, no logging, no signal handling.</summary>
    private static WebApplication BuildHost(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        return builder.Build();
    }
}
