var agent = UserAgent.Parse({|TTS1005:"acme-soil-monitor/1.4.0 (+https://acme.example.com)"|});
using var stack = new TheThingsStackClient(new() { Address = args[0], UserAgent = agent });
