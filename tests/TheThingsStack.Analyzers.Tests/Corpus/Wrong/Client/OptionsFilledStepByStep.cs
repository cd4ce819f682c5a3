var options = {|TTS1001:new TheThingsStackOptions|}();
options.Address = args[0];
options.ApiKey = args[1];
options.Timeout = TimeSpan.FromSeconds(30);
options.RateLimits.MaxRetries = 2;
options.OnWarning = warning => Console.WriteLine(warning);
using var stack = new TheThingsStackClient(options);
Console.WriteLine($"Connected to {options.Address}");
