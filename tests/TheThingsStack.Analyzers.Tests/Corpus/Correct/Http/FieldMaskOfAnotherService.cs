class Inventory(HttpClient client)
{
    public Task<string> Item(string id) => client.GetStringAsync($"https://inventory.acme.com/v2/items/{id}?field_mask=displayName,stock.level");

    public Task<string> Rename(string id) => client.GetStringAsync("/v1/devices/" + id + "?field_mask=nmae");
}
