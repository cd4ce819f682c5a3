var options = new TheThingsStackOptions();
(options.Address, options.ApiKey, options.UserAgent) = (args[0], args[1], new UserAgent("acme-tuples", "3.1"));
using var stack = new TheThingsStackClient(options);
Console.WriteLine(options);
