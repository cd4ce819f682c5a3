using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TheThingsStack.Emulator.Access;
using TheThingsStack.Emulator.Applications;
using TheThingsStack.Emulator.Entities;
using TheThingsStack.Emulator.Events;
using TheThingsStack.Emulator.Gateways;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Recording;
using TheThingsStack.Emulator.Registries;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator;

/// <summary>
/// A stand-in for The Things Stack inside this process: an HTTP server on a loopback port that keeps applications, end
/// devices, gateways, accounts, keys, integrations, uplinks and events in memory and refuses what the real server refuses,
/// with the real server's errors. What it does not implement answers 501. It is for tests and samples; nothing survives it.
/// </summary>
public sealed class TheThingsStackEmulator : IAsyncDisposable
{
    private static readonly EntityId Administrator = EntityId.User("emulator-user");

    private readonly CancellationTokenSource _stopping = new();
    private int _disposed;
    private readonly RequestRecorder _recorder = new();
    private readonly ApiEndpoint _endpoint;
    private readonly WebApplication _host;

    private TheThingsStackEmulator(TheThingsStackEmulatorOptions options)
    {
        var reference = ApiReference.Default;
        var ids = new IdSource(options.Seed);
        var now = ProtoTime.Format(options.TimeProvider.GetUtcNow());
        var key = Access.ApiKey.Create(ids, Administrator, "Emulator", [Rights.Everything], now);
        ApiKey = key.Token.ToString();
        var tenants = new TenantDirectory(options.Tenants, () => NewTenant(options, key, now));
        _endpoint = new ApiEndpoint(reference, Implemented(reference), tenants, _recorder, Faults, options, ids, _stopping.Token);
        _host = BuildHost(options.Port);
        _host.Run(_endpoint.HandleAsync);
    }

    /// <summary>Where the emulator listens, as an absolute address without a path: <c>http://127.0.0.1:port</c>. The API is below <c>/api/v3</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>An API key of an administrator, who may do everything in every tenant; it is new with every emulator that has no seed.</summary>
    public string ApiKey { get; }

    /// <summary>What is to go wrong with the next requests.</summary>
    public FaultList Faults { get; } = new();

    /// <summary>
    /// The requests so far as they were received, oldest first: a snapshot. The latest 1000 are kept, fewer when their bodies
    /// together exceed 32 MiB.
    /// </summary>
    public IReadOnlyList<RecordedRequest> Requests => _recorder.Snapshot();

    /// <summary>How many streams are open now.</summary>
    public int OpenStreams => _endpoint.Streams.Count;

    /// <summary>Cuts the connections of all streams that are open, without an end of the answer.</summary>
    /// <returns>How many there were.</returns>
    public int CutStreams() => _endpoint.Streams.Cut();

    /// <summary>Starts an emulator; dispose of it to stop it.</summary>
    /// <param name="options">How to start; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentException">The options name an RPC that does not exist.</exception>
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

    private static Tenant NewTenant(TheThingsStackEmulatorOptions options, ApiKey key, string now)
    {
        var tenant = new Tenant(options.StoreEvents);
        SeedData.AddAdministrator(tenant, key, now);
        if (options.SeedData)
            SeedData.AddApplication(tenant, Administrator, now);
        return tenant;
    }

    /// <summary>Everything that is implemented.</summary>
    internal static Handlers Implemented(ApiReference reference)
    {
        var handlers = new Handlers();
        AddIdentityServer(handlers, reference);
        new NetworkServerDevices(reference).AddTo(handlers);
        new ApplicationServerDevices(reference).AddTo(handlers);
        new JoinServerDevices(reference).AddTo(handlers);
        AddApplicationServer(handlers, reference);
        new GatewayStats(reference).AddTo(handlers);
        EventStream.AddTo(handlers);
        return handlers;
    }

    private static void AddIdentityServer(Handlers handlers, ApiReference reference)
    {
        AccessRegistry.AddTo(handlers);
        new ApplicationRegistry(reference).AddTo(handlers);
        new ClientRegistry(reference).AddTo(handlers);
        new GatewayRegistry(reference).AddTo(handlers);
        new OrganizationRegistry(reference).AddTo(handlers);
        new UserRegistry(reference).AddTo(handlers);
        foreach (var kind in EntityKind.All.Where(k => k != EntityKind.Client))
            new ApiKeyRegistry(kind).AddTo(handlers);
        foreach (var kind in EntityKind.All.Where(k => k != EntityKind.User))
            new CollaboratorRegistry(kind).AddTo(handlers);
        new EndDeviceRegistry(reference).AddTo(handlers);
    }

    private static void AddApplicationServer(Handlers handlers, ApiReference reference)
    {
        new LinkRegistry(reference).AddTo(handlers);
        foreach (var integrations in IntegrationRegistry.All(reference))
            integrations.AddTo(handlers);
        IntegrationCatalog.AddTo(handlers);
        DownlinkRegistry.AddTo(handlers);
        new UplinkSimulation(reference).AddTo(handlers);
        new UplinkStorage(reference).AddTo(handlers);
    }

    /// <summary>A host with nothing but the server: no configuration, no logging, no signal handling.</summary>
    private static WebApplication BuildHost(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Use(RawConnection.Remember));
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        return builder.Build();
    }
}
