class Configured(TheThingsStackClient stack)
{
    public async Task Print(string application, string id)
    {
        var text = Environment.GetEnvironmentVariable("FIELDS") ?? throw new InvalidOperationException("FIELDS is not set");
        if (!FieldMask<EndDevice>.TryParse(text, out var mask))
            throw new InvalidOperationException($"{text} is no mask of an end device");
        Console.WriteLine((await stack.EndDeviceRegistry.GetAsync(application, id, mask)).Name);
    }
}
