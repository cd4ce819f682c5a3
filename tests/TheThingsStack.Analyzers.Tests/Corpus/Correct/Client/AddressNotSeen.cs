var scheme = args.Length > 1 ? "http://" : "https://";
var options = new TheThingsStackOptions { Address = scheme + args[0], UserAgent = new("acme-dev", "1.0") };
options.IdentityAddress = $"http://{args[0]}:1885";
using var stack = new TheThingsStackClient(options);
