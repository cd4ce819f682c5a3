class Keys(HttpClient http, string host)
{
    public Task<HttpResponseMessage> Create(string application) => http.PostAsync(
        $"https://{host}/api/v3/applications/{application}/api-keys",
        new StringContent("""{ "name": "reader", "rights": ["RIGHT_APPLICATION_INFO"] }"""));

    public Task<HttpResponseMessage> Narrow(string application, string id) => http.PutAsync(
        $"https://{host}/api/v3/applications/{application}/api-keys/{id}",
        new StringContent("""{ "api_key": { "rights": ["RIGHT_APPLICATION_INFO"] }, "field_mask": { "paths": ["rights"] } }"""));
}
