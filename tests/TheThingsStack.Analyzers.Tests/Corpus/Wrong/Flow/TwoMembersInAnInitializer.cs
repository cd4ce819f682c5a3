class Rates
{
    public static MacSettings Make(uint margin) => new()
    {
        Adr = new() { Static = new() { NbTrans = 1 }, {|TTS2204:Dynamic|} = new() { Margin = margin } },
    };
}
