class Import(TheThingsStackClient stack)
{
    public async Task Run(string[] line)
    {
        await stack.EndDeviceRegistry.UpdateAsync(Make(line), d => [d.Name, d.Description]);

        static EndDevice Make(string[] line) => new() { Ids = new() { ApplicationIds = line[0], DeviceId = line[1] }, Name = line[2], Description = line[3] };
    }
}
