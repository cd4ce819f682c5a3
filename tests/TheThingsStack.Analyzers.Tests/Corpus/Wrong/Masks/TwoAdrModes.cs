static class Masks
{
    public static readonly FieldMask<EndDevice> Modes =
        [EndDevice.Paths.MacSettings.Adr.Mode.Static, {|TTS2204:EndDevice.Paths.MacSettings.Adr.Mode.Dynamic|}];
}
