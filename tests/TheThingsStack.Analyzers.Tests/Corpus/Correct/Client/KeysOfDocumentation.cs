/// <summary>Keys look like NNSXS.XXXXXXXXX.</summary>
class Help
{
    public const string Short = "NNSXS.XXXXXXXXX";
    public const string Long = "NNSXS.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB";
    public static string Usage => $"Authorization: Bearer {Long}";
}
