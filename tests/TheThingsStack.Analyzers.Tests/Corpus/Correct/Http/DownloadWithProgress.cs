using var client = new HttpClient();
using var answer = await client.GetAsync("https://example.org/firmware/v3/image.bin", HttpCompletionOption.ResponseHeadersRead);
var total = answer.Content.Headers.ContentLength ?? -1;
await using var source = await answer.Content.ReadAsStreamAsync();
await using var target = File.Create("image.bin");
var buffer = new byte[81920];
long done = 0;
int read;
while ((read = await source.ReadAsync(buffer)) > 0)
{
    await target.WriteAsync(buffer.AsMemory(0, read));
    done += read;
    Console.WriteLine($"{done}/{total}");
}
