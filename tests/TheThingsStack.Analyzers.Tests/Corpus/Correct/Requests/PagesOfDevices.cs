class Devices(HttpClient http, string host)
{
    public async Task<int> Count(string application)
    {
        var total = 0;
        for (var page = 1; ; page++)
        {
            using var response = await http.GetAsync($"https://{host}/api/v3/applications/{application}/devices?page={page}&limit=100&order=-created_at&field_mask=name");
            total += int.Parse(response.Headers.GetValues("X-Total-Count").First());
            if (total > page * 100)
                return total;
        }
    }
}
