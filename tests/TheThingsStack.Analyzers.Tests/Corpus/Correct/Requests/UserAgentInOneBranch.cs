var http = new HttpClient();
if (args.Length > 0)
    http.DefaultRequestHeaders.UserAgent.ParseAdd(args[0]);
Console.WriteLine(await http.GetStringAsync("https://thethings.example.com/api/v3/applications/soil/devices/north"));
