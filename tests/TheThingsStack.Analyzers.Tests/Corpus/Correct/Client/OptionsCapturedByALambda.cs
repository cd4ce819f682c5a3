var options = new TheThingsStackOptions { Address = args[0] };
Action<string> identify = product => options.UserAgent = new(product, "1.0");
identify("acme-lambda");
using var stack = new TheThingsStackClient(options);
