var options = new TheThingsStackOptions { Address = args[0], UserAgent = UserAgent.Parse({|TTS1003:"acme-soil-monitor"|}) };
if (UserAgent.TryParse({|TTS1003:"acme-soil-monitor/"|}, out var agent))
    options.UserAgent = agent;
using var stack = new TheThingsStackClient(options);
