class Careful(TheThingsStackClient stack)
{
    public async Task<EndDevice?> Find(string application, string id)
    {
        try
        {
            return await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);
        }
        catch (TheThingsStackException e) when (e.Code == GrpcCode.NotFound)
        {
            return null;
        }
    }
}
