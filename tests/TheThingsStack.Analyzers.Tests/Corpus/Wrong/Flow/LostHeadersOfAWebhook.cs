class Hooks(TheThingsStackClient stack)
{
    public Task Install(ApplicationWebhookIdentifiers ids, string url) => stack.ApplicationWebhookRegistry.SetAsync(new ApplicationWebhook
    {
        Ids = ids,
        BaseUrl = url,
        Format = "json",
        {|TTS2201:Headers|} = new() { ["X-Tenant"] = "acme" },
        UplinkMessage = new() { {|TTS2201:Path|} = "/up" },
    }, w => [w.BaseUrl, w.Format]);
}
