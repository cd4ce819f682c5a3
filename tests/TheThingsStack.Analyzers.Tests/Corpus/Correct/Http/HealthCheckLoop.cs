using var client = new HttpClient();
while (true)
{
    try
    {
        using var answer = await client.GetAsync("http://localhost:8080/health");
        Console.WriteLine($"{DateTime.UtcNow:u} {(int)answer.StatusCode}");
    }
    catch (HttpRequestException e)
    {
        Console.WriteLine($"{DateTime.UtcNow:u} {e.Message}");
    }

    await Task.Delay(TimeSpan.FromSeconds(30));
}
