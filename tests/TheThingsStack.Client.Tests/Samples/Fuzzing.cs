using System.Globalization;

namespace TheThingsStack.Client.Tests.Samples;

/// <summary>How much is damaged, and from which number on: <c>FUZZ_COUNT</c> and <c>FUZZ_SEED</c> say so.</summary>
internal static class Fuzzing
{
    public static int Seed => Number("FUZZ_SEED", 0);

    public static int Count(int otherwise) => Number("FUZZ_COUNT", otherwise);

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
