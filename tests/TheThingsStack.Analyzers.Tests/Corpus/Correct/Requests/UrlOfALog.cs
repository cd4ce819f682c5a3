class Log(TextWriter output)
{
    public void Write(string id) => output.WriteLine($"GET https://thethings.example.com/api/v3/widgets/{id}?field_mask=nmae");

    public string Docs => "http://www.thethingsnetwork.org/docs/devices/?field_mask=what";
}
