class Finally(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids)
    {
        EndDevice? device = null;
        try
        {
            device = await stack.EndDeviceRegistry.GetAsync(ids.ApplicationIds!.ApplicationId!, ids.DeviceId!, d => [d.Name, d.Description]);
        }
        finally
        {
            Console.WriteLine(device?.Description ?? "not read");
        }
    }
}
