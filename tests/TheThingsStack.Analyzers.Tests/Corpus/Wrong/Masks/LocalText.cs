class Local
{
    public static FieldMask<EndDevice>? Read()
    {
        var text = "name,{|TTS2001:locatons|}";
        return FieldMask<EndDevice>.TryParse(text, out var mask) ? mask : null;
    }
}
