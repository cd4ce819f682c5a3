class Connector
{
    public static TheThingsStackClient Connect(bool isLocal)
    {
        TheThingsStackOptions options;
        if (isLocal)
            options = {|TTS1001:new TheThingsStackOptions|} { Address = "http://localhost:1885" };
        else
            options = {|TTS1001:new()|} { Address = "stack.example.com" };
        return new(options);
    }
}
