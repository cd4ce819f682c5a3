class Iterator(TheThingsStackClient stack)
{
    public async IAsyncEnumerable<string?> Names(IEnumerable<string> ids)
    {
        foreach (var id in ids)
            yield return (await stack.EndDeviceRegistry.GetAsync("app1", id, d => [d.Name, {|TTS2101:d.NetId|}])).Name;
    }
}
