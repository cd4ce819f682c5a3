static class Masks
{
    public static readonly FieldMask<Gateway> Shown = {|TTS2301:FieldMask<Gateway>.Parse("name,antennas,status_public")|};
}
