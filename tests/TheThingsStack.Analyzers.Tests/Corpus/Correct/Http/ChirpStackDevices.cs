// Another network server: its routes look alike.
class ChirpStack(HttpClient client)
{
    public Task<string> Devices(string application) => client.GetStringAsync($"https://chirpstack.acme.com/api/devices?applicationId={application}&limit=10");

    public Task<string> Device(string eui) => client.GetStringAsync("/api/devices/" + eui);
}
