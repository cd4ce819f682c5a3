class Fields
{
    public static bool TryAll(out FieldMask<EndDevice>? mask) =>
        FieldMask<EndDevice>.TryParse("name,{|TTS2001:frequencyPlanId|},{|TTS2001:macSettings|}.rx1Delay", out mask);
}
