using var stack = new TheThingsStackClient(new TheThingsStackOptions
{
    Address = "tenant1.thethings.example.com",
    ApiKey = "{|TTS1006:NNSXS.FLOUMGEXTMETFOSIZSWZ5IRLBXW2B5PZWGLSHRO.CZCK3MTJYCTLO7Q3WAHSCDPHCUNWF2ZORFW34V4DN3I7MCQLKPQP|}",
    UserAgent = new("acme-soil-monitor", "1.4.0"),
});
