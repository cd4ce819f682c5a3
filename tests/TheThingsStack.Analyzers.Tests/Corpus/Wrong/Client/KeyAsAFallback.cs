var options = new TheThingsStackOptions { Address = args[0], UserAgent = new("acme-fallback", "1.0") };
options.ApiKey = Environment.GetEnvironmentVariable("TTS_API_KEY") ?? "{|TTS1006:NNSXS.BWP47NWY5NUBGAEZWDOY2YOBQBQ3POWNU3RT7NK.6RITSFVA7PKU4NDNXC4L3ITBHJAITJWGK5ZF2VZVCPMACIO3GBDU|}";
using var stack = new TheThingsStackClient(options);
