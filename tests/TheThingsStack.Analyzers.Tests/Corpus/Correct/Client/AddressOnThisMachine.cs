var options = new TheThingsStackOptions
{
    Address = "http://localhost:1885",
    IdentityAddress = "http://127.0.0.1:1885",
    UserAgent = new("acme-dev", "1.0"),
};
options.Addresses[TheThingsStack.Http.StackServer.NetworkServer] = "http://[::1]:1885";
options.Addresses[TheThingsStack.Http.StackServer.JoinServer] = "http://js.localhost:1885";
using var stack = new TheThingsStackClient(options);
