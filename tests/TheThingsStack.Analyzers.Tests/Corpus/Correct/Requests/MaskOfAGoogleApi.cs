class Contacts(HttpClient http)
{
    public Task<string> Read(string id) => http.GetStringAsync($"https://people.example.com/v1/people/{id}?personFields=names,emailAddresses");

    public Task Write(string id) => http.PatchAsync($"https://cloud.example.com/v2/users/{id}?field_mask=displayName", null);

    public Task Relative(string id) => http.GetStringAsync($"users/{id}?field_mask=displayName");
}
