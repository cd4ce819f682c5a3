using System.Diagnostics;
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

    /// <summary>Everything that is wrong with these options, one sentence each; empty when they are usable.</summary>
    public IReadOnlyList<string> GetFaults()
    {
        var faults = new List<string>();
        if (ServerAddress.FindFault(Address, required: true) is { } address)
            faults.Add($"{nameof(Address)}: {address}");
        if (ServerAddress.FindFault(IdentityAddress, required: false) is { } identityAddress)
            faults.Add($"{nameof(IdentityAddress)}: {identityAddress}");
        if (FindKeyFault() is { } key)
            faults.Add($"{nameof(ApiKey)}: {key}");
        if (UserAgent is null)
            faults.Add($"{nameof(UserAgent)}: name and version of the integration are required, \"acme-soil-monitor/1.4.0\" for example.");
        if (!CallOptions.IsTimeout(Timeout))
            faults.Add($"{nameof(Timeout)}: {Timeout} is not a duration above zero and below 24 days.");
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
    public override string ToString() =>
        $"{nameof(TheThingsStackOptions)} {{ Address = {Address}, IdentityAddress = {IdentityAddress}, UserAgent = {UserAgent}, Timeout = {Timeout} }}";

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
