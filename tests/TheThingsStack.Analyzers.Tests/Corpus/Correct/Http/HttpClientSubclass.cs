class Metrics : HttpClient
{
    public Metrics() => BaseAddress = new Uri("http://127.0.0.1:9090/");

    public Task<string> Query(string expression) => GetStringAsync("api/v1/query?query=" + Uri.EscapeDataString(expression));
}
