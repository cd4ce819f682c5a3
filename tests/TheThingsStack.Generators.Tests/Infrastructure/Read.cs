using System.Text;
using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Reading;

namespace TheThingsStack.Generators.Tests.Infrastructure;

/// <summary>What the reader makes of a text, with the faults that it finds.</summary>
internal static class Read
{
    public static (SpecNode? Root, IReadOnlyList<PlacedFault> Faults) Text(string json)
    {
        var faults = new FaultList();
        return (Parse(json, faults), PlacedFault.In(json, faults.Faults));
    }

    public static (SpecDocument? Document, IReadOnlyList<PlacedFault> Faults) Document(string json)
    {
        var faults = new FaultList();
        var root = Parse(json, faults);
        Assert.NotNull(root);
        return (SpecReader.Read(root, faults, CancellationToken.None), PlacedFault.In(json, faults.Faults));
    }

    /// <summary>A schema, with named ones beside it in both containers.</summary>
    public static (SpecSchema Schema, IReadOnlyList<PlacedFault> Faults) Schema(string schema, string named = "{}")
    {
        var faults = new FaultList();
        var json = $$$"""{"schema":{{{schema}}},"definitions":{{{named}}},"components":{"schemas":{{{named}}} }}""";
        var root = Parse(json, faults);
        Assert.NotNull(root);
        return (new SchemaReader(root, faults, new Limits(faults)).Read(root["schema"]!), PlacedFault.In(json, faults.Faults));
    }

    /// <summary>The one operation of a document.</summary>
    public static SpecOperation Operation(string json)
    {
        var (document, faults) = Document(json);
        Assert.Empty(faults);
        return Assert.Single(document!.Operations);
    }

    private static SpecNode? Parse(string json, FaultList faults) => SpecText.Parse(Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF')), faults, CancellationToken.None);
}
