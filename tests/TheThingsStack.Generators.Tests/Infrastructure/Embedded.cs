namespace TheThingsStack.Generators.Tests.Infrastructure;

/// <summary>The files that the generator carries in itself.</summary>
internal static class Embedded
{
    public static string Reference { get; } = Read("the-things-stack.openapi.json");

    public static string Rules { get; } = Read("the-things-stack.rules.json");

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(ClientGenerator).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
