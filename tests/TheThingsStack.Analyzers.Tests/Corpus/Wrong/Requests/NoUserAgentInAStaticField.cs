static class Gateways
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(20) };

    public static async Task<int> Count(string address)
    {
        using var response = await Http.{|TTS1002:GetAsync|}($"{address}/api/v3/gateways/g1/api-keys");
        return (int)response.StatusCode;
    }
}
