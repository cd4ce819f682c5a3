class Keys(TheThingsStackClient stack)
{
    public async Task Narrow(string application, string id)
    {
        var key = new ApiKey { Id = id, Name = "uplinks only", Rights = [Right.ApplicationTrafficRead] };
        await stack.ApplicationAccess.UpdateApiKeyAsync(application, key, k => [k.Name, k.Rights]);
    }
}
