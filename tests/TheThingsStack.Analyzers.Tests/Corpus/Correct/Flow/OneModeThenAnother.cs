class Modes
{
    public static MacSettings Make(bool isStatic)
    {
        var adr = new AdrSettings { Dynamic = new() };
        if (isStatic)
        {
            adr.Dynamic = null;
            adr.Static = new() { TxPowerIndex = 2 };
        }

        return new() { Adr = adr };
    }
}
