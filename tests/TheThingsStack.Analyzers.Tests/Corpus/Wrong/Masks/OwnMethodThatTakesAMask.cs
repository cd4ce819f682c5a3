using System.Diagnostics.CodeAnalysis;

class Devices(TheThingsStackClient stack)
{
    public Task<EndDevice> Read(string application, string id, [StringSyntax("FieldMask", typeof(EndDevice))] string mask) =>
        stack.EndDeviceRegistry.GetAsync(application, id, FieldMask<EndDevice>.TryParse(mask, out var parsed) ? parsed : FieldMask<EndDevice>.Empty);

    public Task<EndDevice> Shown() => Read("app1", "dev1", "name,{|TTS2001:desription|}");
}
