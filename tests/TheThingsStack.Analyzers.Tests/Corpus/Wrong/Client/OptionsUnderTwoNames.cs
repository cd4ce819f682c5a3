var options = {|TTS1001:new TheThingsStackOptions|} { Address = args[0] };
var same = options;
same.ApiKey = args[1];
using var stack = new TheThingsStackClient(same);
