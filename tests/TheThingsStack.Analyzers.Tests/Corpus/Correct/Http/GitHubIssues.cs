using System.Net.Http.Headers;
using System.Text.Json;

var client = new HttpClient { BaseAddress = new Uri("https://api.github.com/") };
client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("issue-report", "2.1"));
client.DefaultRequestHeaders.Accept.ParseAdd("application/vnd.github+json");

foreach (var repository in args)
{
    using var answer = await client.GetAsync($"repos/{repository}/issues?state=open&per_page=100");
    answer.EnsureSuccessStatusCode();
    using var issues = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync());
    foreach (var issue in issues.RootElement.EnumerateArray())
        Console.WriteLine($"{repository} #{issue.GetProperty("number")} {issue.GetProperty("title")}");
}
