using System.Text.RegularExpressions;

namespace TheThingsStack.Package.Tests.Infrastructure;

/// <summary>How a command ended.</summary>
internal sealed partial record CommandResult(string Command, int ExitCode, string Output)
{
    /// <summary>Every warning and error, once: <c>warning CS0168</c>.</summary>
    public IReadOnlyList<string> Messages => [.. Message().Matches(Output).Select(static m => $"{m.Groups[1].Value} {m.Groups[2].Value}").Distinct()];

    /// <summary>Asserts that the command came to a good end, without a warning.</summary>
    public CommandResult Clean()
    {
        Assert.True(ExitCode == 0 && Messages.Count == 0, ToString());
        return this;
    }

    /// <summary>Asserts that the command failed, and that it said just this.</summary>
    /// <param name="messages">What it said, once each: <c>error TTS2001</c>.</param>
    public CommandResult FailedWith(params string[] messages)
    {
        Assert.True(ExitCode != 0 && Messages.Order().SequenceEqual(messages.Order()), ToString());
        return this;
    }

    public override string ToString() => $"{Command}\nended with {ExitCode}:\n{Output}";

    [GeneratedRegex(@"\b(warning|error) ([A-Z]+[0-9]+)\b")]
    private static partial Regex Message();
}
