class Hooks(TheThingsStackClient stack)
{
    public async Task Install(string application, string url)
    {
        var hook = await stack.ApplicationWebhookRegistry.SetAsync(new ApplicationWebhook
        {
            Ids = new() { ApplicationIds = application, WebhookId = "acme" },
            BaseUrl = url,
            Format = "json",
            UplinkMessage = new() { Path = "/up" },
            Headers = new() { ["X-Tenant"] = "acme" },
        }, w => [w.BaseUrl, w.Format, w.UplinkMessage, w.Headers]);
        Console.WriteLine($"{hook.BaseUrl} {hook.Format} {hook.UplinkMessage?.Path}");
    }

    public async Task Pause(string application)
    {
        var hook = await stack.ApplicationWebhookRegistry.GetAsync(application, "acme", w => [w.Paused]);
        hook.Paused = true;
        await stack.ApplicationWebhookRegistry.SetAsync(hook, w => [w.Paused]);
        Console.WriteLine(hook.BaseUrl);
    }
}
