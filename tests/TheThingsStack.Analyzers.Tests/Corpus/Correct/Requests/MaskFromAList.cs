class Devices(HttpClient http, string address)
{
    private static readonly string[] Fields = ["name", "description", "attributes"];

    public Task<string> Get(string application, string device, IEnumerable<string> more) =>
        http.GetStringAsync($"{address}/api/v3/applications/{application}/devices/{device}?field_mask={string.Join(',', Fields.Concat(more))}");
}
