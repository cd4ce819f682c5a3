using var stack = new TheThingsStackClient(new() { Address = args[0], UserAgent = new("acme-soil-monitor", {|TTS1004:"my-integration-version"|}) });
