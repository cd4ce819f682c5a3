using System.Globalization;

namespace TheThingsStack.Benchmarks.Harness;

/// <summary>A line of the table: a target and what was measured.</summary>
/// <param name="What">What is measured, and against what.</param>
/// <param name="Target">The bound.</param>
/// <param name="Measured">The number that the bound is for.</param>
/// <param name="IsMet">Whether it holds; null where there is no bound.</param>
/// <param name="Behind">The absolute numbers behind it: they depend on the machine, the ratio hardly does.</param>
internal sealed record Row(string What, string Target, string Measured, bool? IsMet, string Behind)
{
    public static Row AtMost(string what, double limit, double measured, string unit, string behind) =>
        new(what, "≤ " + Number(limit, unit), Number(measured, unit), measured <= limit, behind);

    public static Row AtLeast(string what, double limit, double measured, string unit, string behind) =>
        new(what, "≥ " + Number(limit, unit), Number(measured, unit), measured >= limit, behind);

    public static Row Holds(string what, string target, bool isMet, string measured, string behind) => new(what, target, measured, isMet, behind);

    public static string Number(double value, string unit)
    {
        var digits = Math.Abs(value) switch
        {
            0 => "0",
            < 0.1 => "0.000",
            < 10 => "0.00",
            < 100 => "0.0",
            _ => "#,0",
        };
        return value.ToString(digits, CultureInfo.InvariantCulture) + (unit is "×" or "" ? unit : " " + unit);
    }
}
