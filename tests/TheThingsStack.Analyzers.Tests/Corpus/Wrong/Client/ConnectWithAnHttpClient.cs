using var http = new HttpClient();
http.DefaultRequestHeaders.UserAgent.ParseAdd("acme-soil-monitor/1.4.0");
using var stack = new TheThingsStackClient({|TTS1001:new TheThingsStackOptions|} { Address = args[0] }, http);
