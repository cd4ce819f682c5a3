var http = new HttpClient();
Action configure = () => http.DefaultRequestHeaders.UserAgent.ParseAdd("acme/1.0");
configure();
Console.WriteLine(await http.GetStringAsync("https://thethings.example.com/api/v3/applications/soil/devices/north"));
