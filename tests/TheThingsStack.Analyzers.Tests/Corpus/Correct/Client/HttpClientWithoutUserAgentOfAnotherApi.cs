using var http = new HttpClient { BaseAddress = new Uri("http://intranet.example.com/api/v3/") };
http.DefaultRequestHeaders.Authorization = new("Bearer", args[0]);
var users = await http.GetStringAsync("users");
using var request = new HttpRequestMessage(HttpMethod.Post, "users") { Content = new StringContent("{}") };
using var response = await http.SendAsync(request);
Console.WriteLine(users.Length + (int)response.StatusCode);
