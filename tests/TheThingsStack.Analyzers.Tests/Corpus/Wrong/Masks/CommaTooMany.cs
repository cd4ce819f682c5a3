class Trailing
{
    public static bool Read(string extra, out FieldMask<EndDevice>? mask)
    {
        Console.WriteLine(extra);
        return FieldMask<EndDevice>.TryParse("{|TTS2001:nam|},description", out mask);
    }
}
