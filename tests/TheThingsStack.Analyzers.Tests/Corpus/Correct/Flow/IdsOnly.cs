class Ids(TheThingsStackClient stack)
{
    public async Task<List<Eui64>> Run(string application)
    {
        List<Eui64> all = [];
        await foreach (var device in stack.EndDeviceRegistry.ListAllAsync(application, FieldMask<EndDevice>.Empty))
        {
            if (device.Ids is { DevEui: { } eui })
                all.Add(eui);
            Console.WriteLine($"{device.Ids?.JoinEui} {device.CreatedAt} {device.UpdatedAt}");
        }

        return all;
    }
}
