using System.Reflection;

namespace TheThingsStack.Http;

/// <summary>This library as a product of the User-Agent header.</summary>
internal static class LibraryVersion
{
    public static string Number { get; } = Read();

    public static string Product { get; } = $"TheThingsStack.Generators/{Number}";

    private static string Read()
    {
        var version = typeof(LibraryVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        var plus = version.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? version : version[..plus];
    }
}
