class Project
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri("https://openproject.acme.example/api/v3/") };

    public Task<string> Me() => _http.GetStringAsync("users/me");

    public Task<string> Configuration() => _http.GetStringAsync("configuration");

    public Task<HttpResponseMessage> Rename(int id) => _http.PatchAsync($"work_packages/{id}", new StringContent("""{ "subject": "s", "field_mask": "x,y" }"""));
}
