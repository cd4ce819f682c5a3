TheThingsStackOptions Options() => new() { Address = args[0], ApiKey = args[1] };

var options = Options();
options.UserAgent = new("acme-local", "1.0");
using var stack = new TheThingsStackClient(options);
