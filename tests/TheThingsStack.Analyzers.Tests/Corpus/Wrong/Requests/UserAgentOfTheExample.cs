var http = new HttpClient();
http.DefaultRequestHeaders.Add("User-Agent", {|TTS1004:"my-integration/my-integration-version"|});
Console.WriteLine(await http.GetStringAsync("https://thethings.example.com/api/v3/applications/app1/devices/dev1"));
