using System.Text;
using TheThingsStack.Generators.Binding;
using TheThingsStack.Generators.Emitting;
using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Reading;

namespace TheThingsStack.Generators.Tests.Infrastructure;

/// <summary>What the binder makes of a reference, without a compiler around it.</summary>
internal sealed class Bound
{
    private Bound(ApiModel model, IReadOnlyList<Fault> faults)
    {
        Model = model;
        Faults = faults;
    }

    public ApiModel Model { get; }

    public IReadOnlyList<Fault> Faults { get; }

    public static Bound Of(string reference, string? rules = null, params string[] services)
    {
        var faults = new FaultList();
        var document = SpecReader.Read(Parse(reference, faults), faults, CancellationToken.None)!;
        var ruleSet = rules is null ? RuleSet.None : RuleSet.Read(Parse(rules, new FaultList()));
        var model = ApiBinder.Bind(document, ruleSet, new Options(services.ToEquatableArray()), faults, CancellationToken.None);
        return new(model, faults.Faults);
    }

    public MessageModel Message(string name) => Model.Messages.Single(m => m.Name == name);

    public EnumModel Enum(string name) => Model.Enums.Single(e => e.Name == name);

    public MethodModel Method(string rpc) => Model.Services.SelectMany(static s => s.Methods).Single(m => m.Rpc == rpc);

    /// <summary>A method as a user reads it: <c>Get(string id, int? limit): Thing</c>.</summary>
    public string Signature(string rpc)
    {
        var method = Method(rpc);
        var parameters = method.Parameters.Select(static p => $"{Type(p.Type)}{(p.IsRequired ? "" : "?")} {p.Name}");
        var answer = method.Response is { } response ? ": " + (method.Streams ? "stream of " : "") + Type(response) : "";
        return $"{method.Name}({string.Join(", ", parameters)}){answer}";
    }

    /// <summary>A binding as it is sent: <c>POST /things/{id} ?limit {name, other.id}</c>.</summary>
    public IReadOnlyList<string> Bindings(string rpc) => [.. Method(rpc).Bindings.Select(static b =>
        $"{b.HttpMethod} {string.Concat(b.Path.Select(Part))}"
        + string.Concat(b.Query.Select(static q => $" ?{q.WireName}={q.Parameter}{(q.IsJoined ? "," : "")}"))
        + string.Concat(b.Headers.Select(static h => $" {h.WireName}:{h.Parameter}"))
        + (b.Body is not { } body ? "" : body.Whole is { } whole ? $" {whole}" : $" {{{string.Join(", ", body.Members.Select(static m => $"{m.WireName}={m.Parameter}"))}}}"))];

    public static string Type(TypeModel type) => TypeText.Of(type)
        .Replace("TTSApi::", "").Replace("TTS::", "").Replace("BclCollections::", "").Replace("BclJson::Nodes.", "");

    private static string Part(PathPartModel part) =>
        part.Text ?? $"{{{string.Join(".", new[] { part.Parameter! }.Concat(part.Members))}{(part.IsOptional ? "?" : "")}{(part.IsMultiSegment ? "*" : "")}}}";

    private static SpecNode Parse(string json, FaultList faults)
    {
        var root = SpecText.Parse(Encoding.UTF8.GetBytes(json), faults, CancellationToken.None);
        Assert.True(root is not null, faults.Faults.FirstOrDefault()?.ToString());
        return root;
    }
}
