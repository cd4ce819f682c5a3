class Gateways(HttpClient http, string address)
{
    public Task<byte[]> Get(string id) => http.GetByteArrayAsync(new Uri($"{address}/api/v3/gateways/{id}?field_mask={|TTS2001:nmae|}"));

    public Uri Link(string id) => new($"{address}/api/v3/gateways/{id}/api-keys");

    public Uri Old(string id) => new($"{address}/api/v3/gateways?field_mask={|TTS2001:antenas|}&id={id}");
}
