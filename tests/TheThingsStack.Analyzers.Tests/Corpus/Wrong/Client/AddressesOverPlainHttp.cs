using TheThingsStack.Http;

var options = new TheThingsStackOptions
{
    Address = "stack.example.com",
    IdentityAddress = "{|TTS1007:http://|}id.example.com:1885",
    UserAgent = new("acme-apart", "1.0"),
    Addresses =
    {
        { StackServer.NetworkServer, "{|TTS1007:http://|}192.168.1.20:1885" },
        { StackServer.ApplicationServer, "{|TTS1007:HTTP://|}as.example.com" },
    },
};
options.Addresses[StackServer.JoinServer] = "{|TTS1007:http://|}localhost.example.com";
options.Addresses.TryAdd(StackServer.GatewayServer, "{|TTS1007:http://|}[2001:db8::7]");
using var stack = new TheThingsStackClient(options);
