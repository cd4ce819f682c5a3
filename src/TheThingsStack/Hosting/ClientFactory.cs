using Microsoft.Extensions.Options;

namespace TheThingsStack.Hosting;

/// <summary>Makes each client once, when it is asked for first.</summary>
internal sealed class ClientFactory<TClient>(
    IEnumerable<ClientName<TClient>> names, IHttpClientFactory http, IOptionsMonitor<TheThingsStackOptions> options) : ITheThingsStackClientFactory<TClient>, IDisposable
    where TClient : class, IDisposable
{
    private readonly Dictionary<string, TClient> _clients = new(StringComparer.Ordinal);
    private bool _disposed;

    public TClient GetClient(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        lock (_clients)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (!_clients.TryGetValue(name, out var client))
                _clients.Add(name, client = Create(name));
            return client;
        }
    }

    public void Dispose()
    {
        lock (_clients)
        {
            _disposed = true;
            foreach (var client in _clients.Values)
                client.Dispose();
        }
    }

    private TClient Create(string name)
    {
        var registered = names.FirstOrDefault(n => n.Name == name)
            ?? throw new InvalidOperationException($"No client for The Things Stack is registered under the name '{name}': services.AddTheThingsStack(\"{name}\", …) does that.");
        return registered.Create(options.Get(name), http.CreateClient(ClientRegistration.HttpClientName(name)));
    }
}

/// <summary>A client that is registered.</summary>
internal sealed record ClientName<TClient>(string Name, Func<TheThingsStackOptions, HttpClient, TClient> Create);
