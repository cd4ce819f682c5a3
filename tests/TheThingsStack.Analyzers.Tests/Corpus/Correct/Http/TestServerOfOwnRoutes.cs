class OwnApiTests
{
    public async Task Post_WithoutBody_IsRefused(HttpClient server)
    {
        using var answer = await server.PostAsync("/api/v3/users", new StringContent(""));
        if ((int)answer.StatusCode != 400)
            throw new InvalidOperationException();
    }
}
