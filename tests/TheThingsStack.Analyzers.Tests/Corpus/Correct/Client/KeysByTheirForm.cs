using System.Text.RegularExpressions;

class KeyForm
{
    private static readonly Regex Form = new(@"^NNSXS\.[A-Z2-7]{39}\.[A-Z2-7]{52}$");

    public static bool IsKey(string text) => text.StartsWith("NNSXS.", StringComparison.Ordinal) && Form.IsMatch(text);

    public static string Hide(string key) => key.Split('.') is ["NNSXS", var id, _] ? $"NNSXS.{id}.…" : "…";
}
