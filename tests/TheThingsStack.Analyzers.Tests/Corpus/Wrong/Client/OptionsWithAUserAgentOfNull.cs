using var stack = new TheThingsStackClient({|TTS1001:new TheThingsStackOptions|} { Address = args[0], UserAgent = null });
using var other = new TheThingsStackClient({|TTS1001:new()|} { Address = args[0], UserAgent = default! });
