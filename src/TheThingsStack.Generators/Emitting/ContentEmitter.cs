namespace TheThingsStack.Generators.Emitting;

/// <summary>Code that is emitted as it stands: what a reference with the four end device registries gets beside them.</summary>
internal static class ContentEmitter
{
    public static readonly string[] Devices = ["DevicesClient.cs", "DevicePlan.cs"];

    public static string Read(string resource)
    {
        using var stream = typeof(ContentEmitter).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new System.IO.StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
