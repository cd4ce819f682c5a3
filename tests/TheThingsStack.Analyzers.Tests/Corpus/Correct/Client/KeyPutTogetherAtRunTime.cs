var id = Environment.GetEnvironmentVariable("TTS_KEY_ID");
var secret = File.ReadAllText("/run/secrets/tts").Trim();
var key = "NNSXS." + id + "." + secret;
using var stack = new TheThingsStackClient(new() { Address = args[0], ApiKey = key, UserAgent = new("acme-secrets", "1.0") });
