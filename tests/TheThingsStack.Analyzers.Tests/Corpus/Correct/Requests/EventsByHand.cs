class Events(HttpClient http, string host)
{
    public Task<HttpResponseMessage> Open(string application, string device) => http.PostAsync(
        $"https://{host}/api/v3/events",
        new StringContent($$"""{ "identifiers": [{ "device_ids": { "device_id": "{{device}}", "application_ids": { "application_id": "{{application}}" } } }] }"""));
}
