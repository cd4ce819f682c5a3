using System.ComponentModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TheThingsStack.Http;

namespace TheThingsStack.Hosting;

/// <summary>What <c>AddTheThingsStack</c> does. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ClientRegistration
{
    /// <summary>Registers a client whose options are set by code.</summary>
    public static IHttpClientBuilder Add<TClient>(
        IServiceCollection services, string name, Action<TheThingsStackOptions> configure, Func<TheThingsStackOptions, HttpClient, TClient> create)
        where TClient : class, IDisposable
    {
        ArgumentNullException.ThrowIfNull(configure);
        return AddClient(services, name, configure, create);
    }

    /// <summary>Registers a client whose options come from configuration.</summary>
    public static IHttpClientBuilder Add<TClient>(
        IServiceCollection services, string name, IConfiguration configuration, Func<TheThingsStackOptions, HttpClient, TClient> create)
        where TClient : class, IDisposable
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return AddClient(services, name, options => OptionsBinder.Bind(configuration, name, options), create);
    }

    internal static string HttpClientName(string name) => name.Length == 0 ? "TheThingsStack" : $"TheThingsStack:{name}";

    private static IHttpClientBuilder AddClient<TClient>(
        IServiceCollection services, string name, Action<TheThingsStackOptions> configure, Func<TheThingsStackOptions, HttpClient, TClient> create)
        where TClient : class, IDisposable
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(create);
        AddOptions(services, name, configure);
        if (!services.Any(s => s.ImplementationInstance is ClientName<TClient> known && known.Name == name))
        {
            services.AddSingleton(new ClientName<TClient>(name, create));
            services.AddSingleton<IValidateOptions<TheThingsStackOptions>>(new OptionsValidator(name));
            services.TryAddSingleton<ITheThingsStackClientFactory<TClient>, ClientFactory<TClient>>();
            if (name.Length == 0)
                services.TryAddSingleton(static provider => provider.GetRequiredService<ITheThingsStackClientFactory<TClient>>().GetClient(""));
            else
                services.TryAddKeyedSingleton(name, static (provider, key) => provider.GetRequiredService<ITheThingsStackClientFactory<TClient>>().GetClient((string)key!));
        }
        return AddHttpClient(services, name);
    }

    private static void AddOptions(IServiceCollection services, string name, Action<TheThingsStackOptions> configure)
    {
        services.AddOptions<TheThingsStackOptions>(name)
            .Configure(configure)
            .PostConfigure<IServiceProvider>(static (options, provider) =>
            {
                options.LoggerFactory ??= provider.GetService<ILoggerFactory>();
                if (options.TimeProvider == TimeProvider.System && provider.GetService<TimeProvider>() is { } time)
                    options.TimeProvider = time;
            })
            .ValidateOnStart();
    }

    private static IHttpClientBuilder AddHttpClient(IServiceCollection services, string name) => services
        .AddHttpClient(HttpClientName(name))
        .ConfigureHttpClient(HttpClientDefaults.Apply)
        .ConfigurePrimaryHttpMessageHandler(static () => DefaultHandler.Create())
        // A client lives as long as the application; the primary handler itself renews its connections.
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        // The connection logs for itself. The factory's loggers show addresses with ids, and exceptions with what a server sent as they are.
        .RemoveAllLoggers()
        .RedactLoggedHeaders(static _ => true);
}
