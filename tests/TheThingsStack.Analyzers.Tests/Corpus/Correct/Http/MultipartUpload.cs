class Upload
{
    private static readonly HttpClient Client = new();

    public static async Task Send(string file)
    {
        using var form = new MultipartFormDataContent();
        form.Add(new StreamContent(File.OpenRead(file)), "file", Path.GetFileName(file));
        form.Add(new StringContent("name,description"), "field_mask");
        using var answer = await Client.PostAsync("https://files.acme.com/upload", form);
        answer.EnsureSuccessStatusCode();
    }
}
