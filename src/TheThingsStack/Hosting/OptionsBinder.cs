using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using TheThingsStack.Http;

namespace TheThingsStack.Hosting;

/// <summary>
/// Reads options from configuration. Written by hand: the general binder takes reflection, which trimming breaks, and its errors show values,
/// which may be keys.
/// </summary>
internal sealed class OptionsBinder(IConfiguration configuration, string name)
{
    private readonly List<string> _faults = [];

    /// <summary>Sets what the configuration has, and leaves the rest.</summary>
    /// <exception cref="OptionsValidationException">A value cannot be read; all of these are named.</exception>
    public static void Bind(IConfiguration configuration, string name, TheThingsStackOptions options)
    {
        var binder = new OptionsBinder(configuration, name);
        binder.Bind(options);
        if (binder._faults.Count > 0)
            throw new OptionsValidationException(name, typeof(TheThingsStackOptions), binder._faults);
    }

    private void Bind(TheThingsStackOptions options)
    {
        Read("Address", static s => s, v => options.Address = v);
        Read("IdentityAddress", static s => s, v => options.IdentityAddress = v);
        Read("ApiKey", static s => s, v => options.ApiKey = v);
        Read("UserAgent", UserAgent.Parse, v => options.UserAgent = v);
        Read("Timeout", Duration, v => options.Timeout = v);
        var limits = options.RateLimits;
        Read("RateLimits:Enabled", bool.Parse, v => limits.Enabled = v);
        Read("RateLimits:MaxRetries", static s => int.Parse(s, CultureInfo.InvariantCulture), v => limits.MaxRetries = v);
        Read("RateLimits:MaxWait", Duration, v => limits.MaxWait = v);
        Read("RateLimits:MaxTotalWait", Duration, v => limits.MaxTotalWait = v);
        foreach (var address in configuration.GetSection("Addresses").GetChildren())
            if (Enum.TryParse<StackServer>(address.Key, ignoreCase: true, out var server) && Enum.IsDefined(server))
                options.Addresses[server] = address.Value ?? "";
            else
                _faults.Add($"{address.Path}: there is no such server; known are {string.Join(", ", Enum.GetNames<StackServer>())}.");
    }

    private static TimeSpan Duration(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);

    private void Read<T>(string key, Func<string, T> parse, Action<T> set)
    {
        var section = configuration.GetSection(key);
        if (string.IsNullOrEmpty(section.Value))
            return;
        try
        {
            set(parse(section.Value));
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            _faults.Add($"{(name.Length == 0 ? "" : $"TheThingsStack '{name}': ")}{section.Path}: {e.Message}");
        }
    }
}
