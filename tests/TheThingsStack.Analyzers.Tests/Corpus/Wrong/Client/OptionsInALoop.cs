foreach (var tenant in args)
{
    var options = {|TTS1001:new TheThingsStackOptions|} { Address = $"{tenant}.thethings.example.com" };
    using var stack = new TheThingsStackClient(options);
    var applications = await stack.ApplicationRegistry.ListAsync(a => [a.Name]);
    Console.WriteLine($"{tenant}: {applications.Items?.Count}");
}
