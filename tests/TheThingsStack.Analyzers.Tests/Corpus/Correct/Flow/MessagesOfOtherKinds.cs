class Downlinks(TheThingsStackClient stack)
{
    public async Task Push(EndDeviceIdentifiers ids, byte[] payload)
    {
        var downlink = new ApplicationDownlink { FPort = 15, FrmPayload = payload, Priority = TxSchedulePriority.Normal };
        downlink.Confirmed = true;
        await stack.AppAs.DownlinkQueuePushAsync(ids.ApplicationIds!.ApplicationId!, ids.DeviceId!, downlinks: [downlink]);
    }
}
