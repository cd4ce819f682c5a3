class Hooks(TheThingsStackClient stack)
{
    public async Task Run(string application)
    {
        var hook = await stack.ApplicationWebhookRegistry.GetAsync(application, "acme", w => [w.Headers]);
        Console.WriteLine($"{hook.BaseUrl} {hook.Format} {hook.Headers?.Count} {hook.{|TTS2203:Paused|}}");
    }
}
