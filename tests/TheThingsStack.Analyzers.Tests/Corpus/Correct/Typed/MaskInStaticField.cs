class Reader(TheThingsStackClient stack)
{
    private static readonly FieldMask<EndDevice> Shown = [EndDevice.Paths.Name, EndDevice.Paths.Description, EndDevice.Paths.Locations];

    public async Task<string?> NameOf(string application, string id) => (await stack.EndDeviceRegistry.GetAsync(application, id, Shown)).Name;
}
