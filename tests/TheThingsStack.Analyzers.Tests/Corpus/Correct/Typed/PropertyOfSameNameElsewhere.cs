class Cache(TheThingsStackClient stack)
{
    public sealed record Row(string Name, string Description);

    public async Task Run(string application, string id, Row? old)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);
        var row = new Row(device.Name ?? "", old?.Description ?? "");
        Console.WriteLine(row.Description);
    }
}
