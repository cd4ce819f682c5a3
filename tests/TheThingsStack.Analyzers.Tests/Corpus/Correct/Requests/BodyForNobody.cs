static class Samples
{
    public const string Update = """{ "end_device": {}, "field_mask": { "paths": ["nmae"] } }""";

    public static readonly string Text = "field_mask=nmae is not a URL, and neither is ?field_mask=nmae";

    public static string Help(string name) => $"?{name}=field_mask=x";
}
