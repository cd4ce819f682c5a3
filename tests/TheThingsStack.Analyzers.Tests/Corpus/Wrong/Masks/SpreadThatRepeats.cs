static class Masks
{
    private static readonly FieldMask<Gateway> Basic = [Gateway.Paths.Name, Gateway.Paths.Description];

    public static readonly FieldMask<Gateway> More = [.. Basic, Gateway.Paths.Antennas, {|TTS2205:Gateway.Paths.Name|}];
}
