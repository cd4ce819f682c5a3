using System.Net.Http.Headers;

var http = new HttpClient { BaseAddress = new Uri("https://github.acme.example/api/v3/") };
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("token", Environment.GetEnvironmentVariable("GITHUB"));
Console.WriteLine(await http.GetStringAsync("users/octocat"));
Console.WriteLine(await http.GetStringAsync("organizations?since=100"));
Console.WriteLine(await http.GetStringAsync("search/users?q=tom"));
Console.WriteLine(await http.GetStringAsync("https://github.acme.example/api/v3/applications/grants"));
