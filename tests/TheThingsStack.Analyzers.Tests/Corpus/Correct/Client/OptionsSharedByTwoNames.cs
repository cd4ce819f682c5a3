var options = new TheThingsStackOptions();
var same = options;
same.Address = args[0];
same.UserAgent = new("acme-alias", "1.0");
using var stack = new TheThingsStackClient(options);
