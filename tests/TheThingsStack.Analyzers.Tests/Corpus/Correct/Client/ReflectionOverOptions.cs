var options = new TheThingsStackOptions { Address = args[0] };
typeof(TheThingsStackOptions).GetProperty("UserAgent")!.SetValue(options, new UserAgent("acme-reflection", "1.0"));
using var stack = new TheThingsStackClient(options);
