class Fields(TheThingsStackClient stack)
{
    public Task<EndDevice> Read(string application, string id) =>
        stack.EndDeviceRegistry.GetAsync(application, id, {|TTS2101:NsEndDeviceRegistryClient.Get.Fields|});
}
