using var http = new HttpClient();
http.DefaultRequestHeaders.UserAgent.ParseAdd("acme-soil-monitor/1.4.0");
Console.WriteLine(await http.GetStringAsync("https://thethings.example.com/api/v3/applications/app1/devices/dev1?field_mask={|TTS2001:nane|},description"));
