class Webhooks(TheThingsStackClient stack)
{
    public Task<ApplicationWebhook> Point(string application, Uri address, string token)
    {
        var hook = new ApplicationWebhook
        {
            Ids = new() { ApplicationIds = new() { ApplicationId = application }, WebhookId = "main" },
            BaseUrl = address.ToString(),
            Format = "json",
            Headers = new() { ["Authorization"] = "Bearer " + token },
            UplinkMessage = new() { Path = "/up" },
        };
        return stack.ApplicationWebhookRegistry.SetAsync(hook, w => [w.BaseUrl, w.Format, w.Headers, w.UplinkMessage]);
    }
}
