using var stack = new TheThingsStackClient(new TheThingsStackOptions { Address = args[0], UserAgent = new("acme-list", "1.2") });
await foreach (var application in stack.ApplicationRegistry.ListAllAsync(a => [a.Name]))
    Console.WriteLine($"{application.Ids?.ApplicationId}: {application.Name} {application.{|TTS2203:Description|}}");
