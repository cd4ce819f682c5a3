static class Routes
{
    public const string Devices = "/api/v3/applications/{0}/devices?field_mask=name,{|TTS2001:desciption|}";
}
