class Keys(TheThingsStackClient stack)
{
    public Task<ApiKey> Rename(string application, string id, string name) =>
        stack.ApplicationAccess.UpdateApiKeyAsync(application, new() { Id = id, Name = name }, k => [k.Name]);
}
