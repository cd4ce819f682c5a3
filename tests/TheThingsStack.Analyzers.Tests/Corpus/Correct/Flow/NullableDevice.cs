class Maybe(TheThingsStackClient stack)
{
    public async Task<string> Run(string application, string id)
    {
        EndDevice? device = null;
        try
        {
            device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);
        }
        catch (TheThingsStackException e) when (e.Code == GrpcCode.NotFound)
        {
            Console.WriteLine($"{id} is not there");
        }

        return device?.Name ?? "nobody";
    }
}
