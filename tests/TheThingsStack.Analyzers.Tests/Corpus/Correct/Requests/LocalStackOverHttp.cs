var http = new HttpClient { BaseAddress = new Uri("http://localhost:1885/api/v3/") };
http.DefaultRequestHeaders.UserAgent.ParseAdd("acme/1.0");
Console.WriteLine(await http.GetStringAsync("applications/soil/devices/north?field_mask=name"));
Console.WriteLine(await http.GetStringAsync("http://127.0.0.1:1885/api/v3/gateways/g1"));
