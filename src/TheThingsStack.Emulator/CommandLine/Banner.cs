namespace TheThingsStack.Emulator.CommandLine;

/// <summary>What is said when the emulator is ready.</summary>
internal static class Banner
{
    public static string Of(TheThingsStackEmulator emulator, TheThingsStackEmulatorOptions options)
    {
        var data = options.SeedData ? "application app1 with device dev1" : "nothing but an administrator";
        var path = options.SeedData ? "applications/app1/devices/dev1?field_mask=name,description,locations" : "auth_info";
        var address = emulator.Address.GetLeftPart(UriPartial.Authority);
        return $"""
            The Things Stack emulator
              address   {address}
              API key   {emulator.ApiKey}
              holds     {data}
              tenants   {string.Join(", ", options.Tenants.Order(StringComparer.Ordinal).Select(t => $"http://{t}.localhost:{emulator.Address.Port}"))}

              curl --header "Authorization: Bearer {emulator.ApiKey}" \
                '{address}/api/v3/{path}'

            Ctrl-C ends it.
            """;
    }
}
