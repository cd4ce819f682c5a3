class Up(TheThingsStackClient stack)
{
    public Task Run(EndDeviceIdentifiers ids) => stack.AppAs.SimulateUplinkAsync(new ApplicationUp
    {
        EndDeviceIds = ids,
        UplinkMessage = new() { FPort = 1 },
        {|TTS2204:JoinAccept|} = new(),
    });
}
