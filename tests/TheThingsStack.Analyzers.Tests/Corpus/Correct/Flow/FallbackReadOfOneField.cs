class Fallback(TheThingsStackClient stack)
{
    public async Task<string> Address(string application, string id) =>
        (await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.NetworkServerAddress])).NetworkServerAddress
        ?? (await stack.ApplicationRegistry.GetAsync(application, a => [a.NetworkServerAddress])).NetworkServerAddress
        ?? "localhost";
}
