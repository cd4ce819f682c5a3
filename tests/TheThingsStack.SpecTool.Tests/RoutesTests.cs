using TheThingsStack.SpecTool.Writing;

namespace TheThingsStack.SpecTool.Tests;

/// <summary>The table of routes that analyzers read.</summary>
public sealed class RoutesTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void Table_OfTheRepository_IsCurrent() =>
        Assert.Equal(RouteTable.Write(SharedFolder.OpenApi(), SharedFolder.Rules()), File.ReadAllText(Path.Combine(SharedFolder.Spec, "the-things-stack.routes.txt")));

    [Fact]
    public void Table_OfTheRepository_HasEveryRoute()
    {
        var written = File.ReadLines(Path.Combine(SharedFolder.Spec, "the-things-stack.routes.txt"))
            .Where(static line => line.StartsWith("  ", StringComparison.Ordinal) && line.Contains(" /", StringComparison.Ordinal))
            .Select(static line => string.Concat(line.Trim().Split(' ', '?').Take(2).Select(static part => part + " ")))
            .Select(static route => System.Text.RegularExpressions.Regex.Replace(route, @"\{.*?\}", "{}").Trim())
            .Order(StringComparer.Ordinal);
        var expected = SharedFolder.OpenApi().Operations()
            .Select(static o => $"{o.Method.ToUpperInvariant()} {System.Text.RegularExpressions.Regex.Replace(o.Path, @"\{.*?\}", "{}")}")
            .Order(StringComparer.Ordinal);
        Assert.Equal(expected, written);
    }

    [Fact]
    public void Refresh_WritesTheTableToo_AndRoutesAloneGivesTheSame()
    {
        _work.Refresh();
        var refreshed = _work.RoutesText;
        Assert.Contains("/applications/{", refreshed, StringComparison.Ordinal);

        File.Delete(_work.RoutesPath);
        Workspace.Succeed("routes", "--spec", _work.Spec);
        Assert.Equal(refreshed, _work.RoutesText);
    }

    [Fact]
    public void Routes_WithoutASpec_AreAnError()
    {
        var (code, _, error) = Workspace.Run("routes", "--spec", _work.Spec);

        Assert.Equal(2, code);
        Assert.Contains("there is no spec here", error, StringComparison.Ordinal);
    }
}
