using System.Diagnostics;
using Microsoft.Extensions.Logging;
using TheThingsStack.Http;

namespace TheThingsStack;

/// <summary>Where The Things Stack is and who calls it. Settable throughout, so that configuration can bind it.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class TheThingsStackOptions
{
    /// <summary>
    /// The cluster: a host, <c>host:port</c>, or an https address without path. On a multi-tenant deployment the tenant is part of the host
    /// name (<c>tenant1.thethings.example.com</c>). Plain http is accepted for this machine only (<c>http://localhost:1885</c>). Required.
    /// </summary>
    public string? Address { get; set; }

    /// <summary>
    /// The Identity Server, where it is not at <see cref="Address"/>: deployments of several clusters have one Identity Server for all of them.
    /// </summary>
    public string? IdentityAddress { get; set; }

    /// <summary>
    /// Servers that are at neither address, for deployments that take them apart: a Network Server on a host of its own, for example.
    /// Of the form of <see cref="Address"/>.
    /// </summary>
    public IDictionary<StackServer, string> Addresses { get; } = new Dictionary<StackServer, string>();

    /// <summary>The API key or access token, sent as bearer token to these addresses and nowhere else. Required.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ApiKey { get; set; }

    /// <summary>Name and version of the integration. Required: an operator who cannot tell integrations apart has to block all of them.</summary>
    public UserAgent? UserAgent { get; set; }

    /// <summary>
    /// How long a call may take, its answer included; 100 seconds if not set. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.
    /// Of a stream, only the time until its start is limited.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>How calls keep to the server's rate limits.</summary>
    public RateLimitOptions RateLimits { get; set; } = new();

    /// <summary>
    /// Called for each warning in an answer, success or error, on the thread that reads the answer. What it throws is logged and does not
    /// end the call. Warnings are logged, too, and are in <see cref="ResponseMetadata.Warnings"/>.
    /// </summary>
    public Action<ServerWarning>? OnWarning { get; set; }

    /// <summary>Where to log; nothing is logged without. What is logged, and under which ids, is in <see cref="Diagnostics.LogEvents"/>.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock of timeouts and rate limits; the system's if not set. For tests.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Everything that is wrong with these options, one sentence each; empty when they are usable.</summary>
    public IReadOnlyList<string> GetFaults()
    {
        var faults = new List<string>();
        if (ServerAddress.FindFault(Address, required: true) is { } address)
            faults.Add($"{nameof(Address)}: {address}");
        if (ServerAddress.FindFault(IdentityAddress, required: false) is { } identityAddress)
            faults.Add($"{nameof(IdentityAddress)}: {identityAddress}");
        foreach (var (server, serverAddress) in Addresses)
            if (FindAddressFault(server, serverAddress) is { } fault)
                faults.Add($"{nameof(Addresses)}[{server}]: {fault}");
        if (FindKeyFault() is { } key)
            faults.Add($"{nameof(ApiKey)}: {key}");
        if (UserAgent is null)
            faults.Add($"{nameof(UserAgent)}: name and version of the integration are required, \"acme-soil-monitor/1.4.0\" for example.");
        if (!CallOptions.IsTimeout(Timeout))
            faults.Add($"{nameof(Timeout)}: {Timeout} is not a duration above zero and below 24 days.");
        if (RateLimits is null)
            faults.Add($"{nameof(RateLimits)}: must not be null.");
        else
            faults.AddRange(RateLimits.GetFaults().Select(f => $"{nameof(RateLimits)}.{f}"));
        if (TimeProvider is null)
            faults.Add($"{nameof(TimeProvider)}: must not be null.");
        return faults;
    }

    /// <summary>Checks these options.</summary>
    /// <exception cref="ArgumentException">Something is missing or wrong; the message lists all of it. The API key is not in it.</exception>
    public void Validate()
    {
        var faults = GetFaults();
        if (faults.Count > 0)
            throw new ArgumentException($"These options for The Things Stack are not usable:{string.Concat(faults.Select(f => $"\n- {f}"))}");
    }

    /// <summary>Addresses and user agent; never the API key.</summary>
    public override string ToString()
    {
        var others = string.Concat(Addresses.Select(a => $", {a.Key} = {a.Value}"));
        return $"{nameof(TheThingsStackOptions)} {{ Address = {Address}, IdentityAddress = {IdentityAddress}{others}, UserAgent = {UserAgent}, Timeout = {Timeout} }}";
    }

    /// <summary>The address of a server, as it is set.</summary>
    internal string? AddressOf(StackServer server) =>
        Addresses.TryGetValue(server, out var own) ? own
        : server == StackServer.IdentityServer && !string.IsNullOrEmpty(IdentityAddress) ? IdentityAddress
        : Address;

    private string? FindAddressFault(StackServer server, string address)
    {
        if (!Enum.IsDefined(server))
            return "there is no such server.";
        return server == StackServer.IdentityServer && !string.IsNullOrEmpty(IdentityAddress) && IdentityAddress != address
            ? $"{nameof(IdentityAddress)} says otherwise; one of them is enough."
            : ServerAddress.FindFault(address, required: true);
    }

    private string? FindKeyFault()
    {
        if (string.IsNullOrEmpty(ApiKey))
            return "an API key is required.";
        foreach (var c in ApiKey)
            if (c is <= ' ' or >= '\u007f')
                return "an API key has no blanks, line ends, control characters or characters outside ASCII.";
        return null;
    }
}
