using var stack = new TheThingsStackClient({|TTS1001:new()|} { Address = args[0], ApiKey = args[1] });
Console.WriteLine(stack.GetRateLimits().Count);
