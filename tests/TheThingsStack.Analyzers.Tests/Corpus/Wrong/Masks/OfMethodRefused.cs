class Of(TheThingsStackClient stack)
{
    public Task<EndDevice> Read(string application, string id) =>
        stack.JsEndDeviceRegistry.GetAsync(application, id, FieldMask.Of<EndDevice>(EndDevice.Paths.RootKeys, {|TTS2101:EndDevice.Paths.Name|}));
}
