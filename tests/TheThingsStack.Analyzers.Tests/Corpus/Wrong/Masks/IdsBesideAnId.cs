class Ids
{
    public static bool Read(out FieldMask<EndDevice>? mask) => FieldMask<EndDevice>.TryParse("ids,{|TTS2205:ids.dev_eui|},name", out mask);
}
