class Whole(TheThingsStackClient stack)
{
    public Task Run(EndDeviceIdentifiers ids) =>
        stack.Devices.UpdateAsync(new EndDevice { Ids = ids, Name = "Soil 7" }, d => [d.Name, {|TTS2202:d.Formatters|}]);
}
