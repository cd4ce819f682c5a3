class Connector(TheThingsStackOptions? given)
{
    public TheThingsStackClient Connect() => new(given ?? {|TTS1001:new TheThingsStackOptions|} { Address = "stack.example.com" });
}
