// GitHub Enterprise Server has its API under /api/v3/, too.
using var client = new HttpClient { BaseAddress = new Uri("https://github.acme.com/api/v3/") };
client.DefaultRequestHeaders.Add("Authorization", "Bearer " + Environment.GetEnvironmentVariable("GH_TOKEN"));
foreach (var user in new[] { "alice", "bob" })
    Console.WriteLine(await client.GetStringAsync($"users/{user}"));
Console.WriteLine(await client.GetStringAsync("https://github.acme.com/api/v3/organizations?per_page=100"));
Console.WriteLine(await client.GetStringAsync("https://github.acme.com/api/v3/search/users?q=tom"));
