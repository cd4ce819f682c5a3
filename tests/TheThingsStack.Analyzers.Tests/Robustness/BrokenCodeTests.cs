using Microsoft.CodeAnalysis.CSharp;
using TheThingsStack.Analyzers.Tests.Corpus;
using TheThingsStack.Analyzers.Tests.Infrastructure;

namespace TheThingsStack.Analyzers.Tests.Robustness;

/// <summary>Code as it is while it is typed. Rules may say of it what they like, but they do not fail: an exception of a rule ends the test.</summary>
public sealed class BrokenCodeTests
{
    private const int Tried = 250;

    private static readonly string[] Programs = [.. CorpusProgram.Names.Select(static name => Markup.Parse(CorpusProgram.Read(name)).Source)];

    [Fact]
    public Task Rules_OverBeginningsOfPrograms_DoNotFail() =>
        Try(Programs.SelectMany(static program => Enumerable.Range(1, program.Length - 1).Select(length => (program, length))), static (program, length) => program[..length]);

    [Fact]
    public Task Rules_OverProgramsThatLackAToken_DoNotFail() => Try(Tokens(), static (program, token) => program.Remove(token.Start, token.Length));

    [Fact]
    public Task Rules_OverProgramsWithATokenTwice_DoNotFail() =>
        Try(Tokens(), static (program, token) => program.Insert(token.Start, program.Substring(token.Start, token.Length) + " "));

    [Fact]
    public Task Rules_OverProgramsWithoutTheRest_OfALine_DoNotFail() =>
        Try(Tokens(), static (program, token) => program.Remove(token.Start, (program.IndexOf('\n', token.Start) is var end and >= 0 ? end : program.Length) - token.Start));

    private static IEnumerable<(string Program, (int Start, int Length) Token)> Tokens() =>
        from program in Programs
        from token in CSharpSyntaxTree.ParseText(program, UserProject.Parse).GetRoot().DescendantTokens()
        where token.Span.Length > 0
        select (program, (token.SpanStart, token.Span.Length));

    /// <summary>Breaks programs at places that are spread over all of them, and judges each.</summary>
    private static async Task Try<T>(IEnumerable<(string Program, T Place)> places, Func<string, T, string> damage)
    {
        var all = places.ToList();
        var whole = UserProject.Compile("");
        var file = whole.SyntaxTrees[^1];
        for (var i = 0; i < Tried; i++)
        {
            var (program, place) = all[(int)((long)i * all.Count / Tried)];
            var tree = CSharpSyntaxTree.ParseText(damage(program, place), UserProject.Parse, file.FilePath);
            await UserProject.Analyze(whole.ReplaceSyntaxTree(file, tree));
        }
    }
}
