class Connector(string address, string key)
{
    public TheThingsStackClient Connect() => new({|TTS1001:new TheThingsStackOptions|} { Address = address, ApiKey = key });
}
