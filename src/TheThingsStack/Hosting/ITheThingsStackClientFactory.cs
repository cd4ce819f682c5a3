namespace TheThingsStack;

/// <summary>
/// The clients that are registered by name with <c>AddTheThingsStack</c>: one per deployment, tenant or API key. The clients belong to the
/// container, which disposes of them. Each is also there as keyed service of its name.
/// </summary>
/// <typeparam name="TClient">The generated client.</typeparam>
public interface ITheThingsStackClientFactory<out TClient>
    where TClient : class
{
    /// <summary>The client of a name; the same each time.</summary>
    /// <param name="name">The name that it is registered under; empty for the one without a name.</param>
    /// <exception cref="InvalidOperationException">None is registered under this name.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Its options are not usable.</exception>
    TClient GetClient(string name);
}
