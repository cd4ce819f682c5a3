static class Texts
{
    private static readonly string[] Columns = ["name", "mac_settings.adr.dynamic", "nmae"];

    public static string Header() => string.Join(',', Columns) + ",mac_settings.rx9_delay";

    public static bool IsTyped(string text) => text.Contains("field_mask=nmae", StringComparison.Ordinal);
}
