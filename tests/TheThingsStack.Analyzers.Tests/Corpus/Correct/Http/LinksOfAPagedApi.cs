class Pages(HttpClient client)
{
    public async IAsyncEnumerable<string> All(string first)
    {
        for (var next = first; next is not null;)
        {
            using var answer = await client.GetAsync(next);
            yield return await answer.Content.ReadAsStringAsync();
            next = answer.Headers.TryGetValues("X-Next", out var links) ? links.FirstOrDefault() : null;
        }
    }
}
