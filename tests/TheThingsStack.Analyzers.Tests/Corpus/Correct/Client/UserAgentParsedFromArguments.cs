var options = new TheThingsStackOptions { Address = args[0], ApiKey = args[1] };
if (!UserAgent.TryParse(args[2], out var agent))
{
    Console.Error.WriteLine($"{args[2]} is not name/version.");
    return 1;
}
options.UserAgent = agent;
using var stack = new TheThingsStackClient(options);
return stack.GetRateLimits().Count;
