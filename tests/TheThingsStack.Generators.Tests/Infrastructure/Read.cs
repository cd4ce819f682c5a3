using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Reading;

namespace TheThingsStack.Generators.Tests.Infrastructure;

/// <summary>What the reader makes of a text, with the faults that it finds.</summary>
internal static class Read
{
    public static (SpecNode? Root, IReadOnlyList<Fault> Faults) Text(string json)
    {
        var faults = new FaultList();
        return (SpecText.Parse(json, faults, CancellationToken.None), faults.Faults);
    }

    public static (SpecDocument? Document, IReadOnlyList<Fault> Faults) Document(string json)
    {
        var faults = new FaultList();
        var root = SpecText.Parse(json, faults, CancellationToken.None);
        Assert.NotNull(root);
        return (SpecReader.Read(root, faults, CancellationToken.None), faults.Faults);
    }

    /// <summary>A schema, with named ones beside it in both containers.</summary>
    public static (SpecSchema Schema, IReadOnlyList<Fault> Faults) Schema(string schema, string named = "{}")
    {
        var faults = new FaultList();
        var root = SpecText.Parse($$$"""{"schema":{{{schema}}},"definitions":{{{named}}},"components":{"schemas":{{{named}}} }}""", faults, CancellationToken.None);
        Assert.NotNull(root);
        return (new SchemaReader(root, faults, new Limits(faults)).Read(root["schema"]!), faults.Faults);
    }

    /// <summary>The one operation of a document.</summary>
    public static SpecOperation Operation(string json)
    {
        var (document, faults) = Document(json);
        Assert.Empty(faults);
        return Assert.Single(document!.Operations);
    }
}
