// Google's APIs have field masks of their own.
class Places(HttpClient client, string key)
{
    public Task<string> Details(string id) =>
        client.GetStringAsync($"https://places.googleapis.com/v1/places/{id}?fields=displayName,location&key={key}");

    public async Task<string> Search(string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://places.googleapis.com/v1/places:searchText")
        {
            Content = new StringContent($$"""{"textQuery":"{{text}}"}"""),
        };
        request.Headers.Add("X-Goog-FieldMask", "places.displayName,places.formattedAddress");
        using var answer = await client.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }
}
