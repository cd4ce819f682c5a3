using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
using var stream = await client.GetStreamAsync("https://feeds.acme.com/events");
using var reader = new StreamReader(stream);
while (await reader.ReadLineAsync() is { } line)
{
    if (line.StartsWith("data:", StringComparison.Ordinal))
        Console.WriteLine(line[5..].Trim());
}
