using System.Net.Http.Json;

class WorkPackages(HttpClient client)
{
    public async Task<string> Find(int id) => await client.GetStringAsync($"https://projects.acme.com/api/v3/work_packages/{id}");

    public async Task Rename(int id, string subject)
    {
        var answer = await client.PatchAsJsonAsync($"https://projects.acme.com/api/v3/work_packages/{id}", new { subject, lockVersion = 1 });
        answer.EnsureSuccessStatusCode();
    }

    public Task<string> Users() => client.GetStringAsync("/api/v3/users?pageSize=20&offset=1");
}
