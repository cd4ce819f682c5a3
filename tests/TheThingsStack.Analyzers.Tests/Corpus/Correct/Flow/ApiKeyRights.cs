class Keys(TheThingsStackClient stack)
{
    public Task Rename(string application, string id, string name) => stack.ApplicationAccess.UpdateApiKeyAsync(application, new ApiKey { Id = id, Name = name }, k => [k.Name]);

    public Task Restrict(string application, string id) =>
        stack.ApplicationAccess.UpdateApiKeyAsync(application, new ApiKey { Id = id, Rights = [Right.ApplicationInfo] }, k => [k.Rights]);

    public async Task Extend(string application, string id, IEnumerable<Right> rights)
    {
        var key = new ApiKey { Id = id, Rights = [] };
        foreach (var right in rights)
            key.Rights.Add(right);
        await stack.ApplicationAccess.UpdateApiKeyAsync(application, key, k => [k.Rights]);
    }
}
