class Keys(TheThingsStackClient stack)
{
    public async Task Revoke(string user, string id)
    {
        var key = new ApiKey { Id = id };
        key.Rights = [];
        await stack.UserAccess.UpdateApiKeyAsync(user, key, k => [{|TTS2206:k.Rights|}]);
    }
}
