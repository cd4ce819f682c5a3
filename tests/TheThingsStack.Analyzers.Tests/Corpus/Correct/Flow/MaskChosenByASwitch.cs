class Views(TheThingsStackClient stack)
{
    public async Task Run(string application, string id, string view)
    {
        FieldMask<EndDevice> mask = view switch
        {
            "short" => [EndDevice.Paths.Name],
            "long" => [EndDevice.Paths.Name, EndDevice.Paths.Description, EndDevice.Paths.Locations],
            _ => throw new ArgumentException(view),
        };
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, mask);
        Console.WriteLine(view == "long" ? $"{device.Name}: {device.Description}, {device.Locations?.Count}" : device.Name);
    }
}
