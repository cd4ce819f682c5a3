var options = new TheThingsStackOptions { Address = args[0], ApiKey = args[1], UserAgent = new({|TTS1005:"Acme Soil Monitor"|}, "1.4.0") };
using var stack = new TheThingsStackClient(options);
