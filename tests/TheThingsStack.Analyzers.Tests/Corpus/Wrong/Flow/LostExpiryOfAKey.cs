class Keys(TheThingsStackClient stack)
{
    public Task Run(string application, string id, Timestamp until) =>
        stack.ApplicationAccess.UpdateApiKeyAsync(application, new ApiKey { Id = id, Name = "reader", {|TTS2201:ExpiresAt|} = until }, k => [k.Name]);
}
