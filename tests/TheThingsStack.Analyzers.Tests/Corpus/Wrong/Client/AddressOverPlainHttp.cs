using var stack = new TheThingsStackClient(new TheThingsStackOptions
{
    Address = "{|TTS1007:http://|}tenant1.thethings.example.com",
    UserAgent = new("acme-soil-monitor", "1.4.0"),
});
