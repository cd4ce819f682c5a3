using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TheThingsStack.Hosting;
using TheThingsStack.Http;
using TheThingsStack.Tests.Http;

namespace TheThingsStack.Tests.Hosting;

/// <summary>A client as small as can be, registered as generated code registers the real one.</summary>
internal sealed class ProbeClient(TheThingsStackOptions options, HttpClient http) : IDisposable
{
    public ApiConnection Connection { get; } = new(options, http);

    public TheThingsStackOptions Options => options;

    public bool IsDisposed { get; private set; }

    public Task<Probe> GetAsync() => Calls.GetAsync(Connection);

    public void Dispose()
    {
        IsDisposed = true;
        Connection.Dispose();
    }
}

internal static class ProbeClientServices
{
    public static IHttpClientBuilder AddProbe(this IServiceCollection services, Action<TheThingsStackOptions> configure) => services.AddProbe("", configure);

    public static IHttpClientBuilder AddProbe(this IServiceCollection services, string name, Action<TheThingsStackOptions> configure) =>
        ClientRegistration.Add(services, name, configure, (o, h) => new ProbeClient(o, h));

    public static IHttpClientBuilder AddProbe(this IServiceCollection services, IConfiguration configuration) =>
        ClientRegistration.Add(services, "", configuration, (o, h) => new ProbeClient(o, h));

    public static Action<TheThingsStackOptions> At(string address) => o =>
        (o.Address, o.ApiKey, o.UserAgent) = (address, Calls.Key, new UserAgent("acme-tests", "1.2.3"));
}
