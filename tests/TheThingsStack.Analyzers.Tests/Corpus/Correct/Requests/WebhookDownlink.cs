class Downlinks(HttpClient http, string host)
{
    public Task<HttpResponseMessage> Push(string device) => http.PostAsync(
        $"https://{host}/api/v3/as/applications/soil/webhooks/w1/devices/{device}/down/push",
        new StringContent("""{ "downlinks": [{ "f_port": 1, "frm_payload": "AQ==", "field_mask": "x" }] }"""));
}
