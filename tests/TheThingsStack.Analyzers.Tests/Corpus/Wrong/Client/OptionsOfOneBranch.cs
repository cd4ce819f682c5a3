class Connector
{
    public static TheThingsStackClient Connect(bool isLocal) => new(isLocal
        ? {|TTS1001:new TheThingsStackOptions|} { Address = "http://localhost:1885" }
        : new TheThingsStackOptions { Address = "stack.example.com", UserAgent = new("acme-branches", "1.0") });
}
