var http = new HttpClient { BaseAddress = new Uri("{|TTS1007:http://|}thethings.example.com/api/v3/") };
http.DefaultRequestHeaders.UserAgent.ParseAdd("acme/1.0");
Console.WriteLine(await http.GetStringAsync("gateways/g1"));
Console.WriteLine(await http.GetStringAsync("gateways/g2"));
