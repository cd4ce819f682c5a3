using System.Text.Json.Nodes;
using TheThingsStack.SpecTool.Corrections;
using TheThingsStack.SpecTool.Descriptions;
using TheThingsStack.SpecTool.Reading;
using TheThingsStack.SpecTool.Reporting;
using TheThingsStack.SpecTool.Rules;
using TheThingsStack.SpecTool.Writing;

namespace TheThingsStack.SpecTool;

/// <summary>Rewrites the spec for an upstream reference and says what that changed.</summary>
internal static class RefreshCommand
{
    public static void Run(CommandLine.Refresh options, TextWriter output)
    {
        var folder = new SpecFolder(options.Spec);
        var (oldOpenApi, oldRules) = (folder.ReadOpenApi(), folder.ReadRules());
        var upstream = UpstreamReader.Read(options.Upstream);
        var facts = options.Facts is { } path ? Facts.Read(path, upstream) : null;
        var rules = facts is null ? ExistingRules(oldRules, options.Spec) : RulesBuilder.Build(facts, upstream);
        var nullable = facts?.NullableFields() ?? NullableFields.In(oldOpenApi);
        var version = options.Version ?? facts?.Version ?? oldOpenApi.Object("info").Text("version")
            ?? throw new InputException("No version is known for this reference: name it with --version.");

        var openApi = new OpenApiDocument(upstream, rules, nullable, new DescriptionSource(oldOpenApi)).Build(version);
        References.Check(openApi);
        folder.Write(openApi, rules.Root, RouteTable.Write(openApi, rules.Root));

        ChangeReport.Write(output, Inventory.Of(oldOpenApi, oldRules), Inventory.Of(openApi, rules.Root));
        CoverageReport.Write(output, Coverage.Of(upstream, rules));
    }

    private static RulesDocument ExistingRules(JsonObject rules, string spec) =>
        rules.ContainsKey("rpcs") ? new RulesDocument(rules) : throw new InputException($"{spec}: there are no rules to keep: name the facts with --facts.");
}
