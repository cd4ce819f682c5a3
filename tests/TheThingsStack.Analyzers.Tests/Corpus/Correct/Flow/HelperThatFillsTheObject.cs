class Import(TheThingsStackClient stack)
{
    public async Task Run(IEnumerable<string[]> lines)
    {
        foreach (var line in lines)
        {
            var device = new EndDevice { Ids = new() { ApplicationIds = line[0], DeviceId = line[1] } };
            Fill(device, line);
            await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name, d.Description, d.SerialNumber]);
        }
    }

    private static void Fill(EndDevice device, string[] line) => (device.Name, device.Description, device.SerialNumber) = (line[2], line[3], line[4]);
}
