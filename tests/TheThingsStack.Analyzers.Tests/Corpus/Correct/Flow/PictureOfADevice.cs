class Pictures(TheThingsStackClient stack)
{
    public Task Set(EndDeviceIdentifiers ids, byte[] data) =>
        stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = ids, Picture = new() { Embedded = new() { MimeType = "image/png", Data = data } } });
}
