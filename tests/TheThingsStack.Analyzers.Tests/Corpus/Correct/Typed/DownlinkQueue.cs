class Downlinks(TheThingsStackClient stack)
{
    public Task Open(string application, string device) => stack.AppAs.DownlinkQueuePushAsync(application, device, downlinks:
    [
        new() { FPort = 10, FrmPayload = [0x01, 0xff], Confirmed = true, Priority = TxSchedulePriority.Normal },
    ]);
}
