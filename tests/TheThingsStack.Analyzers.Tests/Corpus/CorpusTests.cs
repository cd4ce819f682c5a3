using TheThingsStack.Analyzers.Tests.Infrastructure;

namespace TheThingsStack.Analyzers.Tests.Corpus;

/// <summary>Whole programs as users write them: nothing may be said of those in <c>Correct</c>, and exactly what is marked of those in <c>Wrong</c>.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Names => [.. CorpusProgram.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Program_UnderEveryRule_HasTheMarkedDiagnosticsAndNoOther(string name) => Verify.File(CorpusProgram.Read(name));

    /// <summary>The first rule is to say nothing that is wrong: as much is right here as there is wrong, and enough of both.</summary>
    [Fact]
    public void Programs_AreEnough_RightAndWrong()
    {
        Assert.InRange(CorpusProgram.Names.Count(CorpusProgram.IsCorrect), 150, int.MaxValue);
        Assert.InRange(CorpusProgram.Names.Count(static name => !CorpusProgram.IsCorrect(name)), 150, int.MaxValue);
    }

    [Fact]
    public void Programs_AreMarked_WhereTheyAreWrongOnly()
    {
        foreach (var name in CorpusProgram.Names)
            Assert.True(Markup.Parse(CorpusProgram.Read(name)).Places.Count == 0 == CorpusProgram.IsCorrect(name), name);
    }
}
