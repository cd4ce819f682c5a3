class Local(TheThingsStackClient stack)
{
    public async Task Run(string application, string[] ids)
    {
        foreach (var id in ids)
            Console.WriteLine(await Describe(id));

        async Task<string?> Describe(string id)
        {
            var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);
            return device.Name ?? device.{|TTS2203:Description|};
        }
    }
}
