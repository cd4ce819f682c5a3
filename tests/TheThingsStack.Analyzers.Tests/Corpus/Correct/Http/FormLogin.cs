class Login(HttpClient client)
{
    public async Task<string> Token(string user, string password)
    {
        var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "password",
            ["username"] = user,
            ["password"] = password,
        });
        using var answer = await client.PostAsync("https://id.acme.com/oauth/token", form);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }
}
