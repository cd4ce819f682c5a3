class Long
{
    public static bool Read(out FieldMask<EndDevice>? mask) => FieldMask<EndDevice>.TryParse(
        """
        name,
        description,
        mac_settings.{|TTS2001:rx1delay|}
        """,
        out mask);
}
