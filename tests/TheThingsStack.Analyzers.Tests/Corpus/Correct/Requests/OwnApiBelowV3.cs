class Shop(HttpClient http)
{
    public Task<string> Orders(string id) => http.GetStringAsync($"https://shop.acme.example/api/v3/orders/{id}/devices?field_mask=nmae");

    public Task<string> Devices(string id) => http.GetStringAsync($"http://shop.acme.example/api/v3/devices/{id}");

    public Task<string> Application(string id) => http.GetStringAsync($"http://shop.acme.example/api/v3/applications/{id}");
}
