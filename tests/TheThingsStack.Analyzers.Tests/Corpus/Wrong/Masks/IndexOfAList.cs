class Antenna
{
    public static bool Read(out FieldMask<Gateway>? mask) => FieldMask<Gateway>.TryParse("antennas.{|TTS2001:0.location|}", out mask);
}
