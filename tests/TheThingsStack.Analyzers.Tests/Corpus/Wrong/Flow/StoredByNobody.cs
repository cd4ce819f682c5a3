class Queue(TheThingsStackClient stack)
{
    public Task Run(EndDeviceIdentifiers ids, byte[] payload) => stack.Devices.RegisterAsync(new EndDevice
    {
        Ids = ids,
        Name = "Soil 7",
        {|TTS2102:QueuedApplicationDownlinks|} = [new() { FPort = 1, FrmPayload = payload }],
    });
}
