class Ids(TheThingsStackClient stack)
{
    public async Task Run(string application)
    {
        await foreach (var device in stack.EndDeviceRegistry.ListAllAsync(application, FieldMask<EndDevice>.Empty))
            Console.WriteLine($"{device.Ids?.DeviceId}: {device.{|TTS2203:Name|}}");
    }
}
