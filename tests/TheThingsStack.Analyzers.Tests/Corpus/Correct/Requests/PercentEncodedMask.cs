class Devices(HttpClient http, string host)
{
    public Task<string> Get(string id) => http.GetStringAsync($"https://{host}/api/v3/applications/soil/devices/{id}?field_mask=name%2Cdescription%2cversion_ids.brand_id");

    public Task<string> Odd(string id) => http.GetStringAsync($"https://{host}/api/v3/applications/soil/devices/{id}?field_mask=n%61me");
}
