class Keys(TheThingsStackClient stack)
{
    public Task Run(string application, string id, string name) =>
        stack.ApplicationAccess.UpdateApiKeyAsync(application, new ApiKey { Id = id, {|TTS2201:Name|} = name }, {|TTS2206:FieldMask<ApiKey>.Empty|});
}
