class Keys(TheThingsStackClient stack)
{
    public Task<ApiKey> Set(string application, string id, List<Right> rights) =>
        stack.ApplicationAccess.UpdateApiKeyAsync(application, new() { Id = id, Rights = rights }, k => [k.Rights]);

    public Task<ApiKey> Copy(string application, ApiKey key) => stack.ApplicationAccess.UpdateApiKeyAsync(application, key, k => [k.Name, k.Rights]);
}
