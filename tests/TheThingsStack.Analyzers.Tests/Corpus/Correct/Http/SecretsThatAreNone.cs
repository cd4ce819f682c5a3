class Samples
{
    public const string Placeholder = "NNSXS.XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX.XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX";
    public const string Prefix = "NNSXS.";
    public const string Shape = "NNSXS.<id>.<secret>";

    public static bool LooksLikeAKey(string text) => text.StartsWith(Prefix, StringComparison.Ordinal) && text.Split('.').Length == 3;
}
