using System.Globalization;

namespace TheThingsStack.Generators.Tests.Infrastructure;

/// <summary>Another culture for the length of a scope: Turkish has another upper case of "i", and writes numbers otherwise.</summary>
internal sealed class Culture : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public Culture(string name) => CultureInfo.CurrentCulture = new CultureInfo(name);

    /// <summary>Whether this machine has cultures at all.</summary>
    public static bool IsThere => CultureInfo.InvariantCulture.CompareInfo.Compare("a", "B") < 0 && Upper("tr-TR") == "İ";

    public void Dispose() => CultureInfo.CurrentCulture = _before;

    private static string Upper(string culture)
    {
        try
        {
            return new CultureInfo(culture).TextInfo.ToUpper("i");
        }
        catch (CultureNotFoundException)
        {
            return "";
        }
    }
}

/// <summary>A test that needs cultures; skipped, with the reason, where the machine has none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CultureFactAttribute : FactAttribute
{
    public CultureFactAttribute()
    {
        if (!Culture.IsThere)
            Skip = "This machine has no cultures: ICU is missing, or globalization is invariant.";
    }
}
