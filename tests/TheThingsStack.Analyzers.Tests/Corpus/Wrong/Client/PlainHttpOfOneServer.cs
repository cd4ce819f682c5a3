class Clients
{
    public static void Configure(TheThingsStackOptions options)
    {
        options.Address = "stack.acme.com";
        options.IdentityAddress = "{|TTS1007:http://|}id.acme.com";
    }
}
