using System.Text.Json;
using System.Text.RegularExpressions;

namespace TheThingsStack.Emulator.Schema;

/// <summary>What the server demands of a field beyond its type.</summary>
internal sealed record Limits
{
    public static readonly Limits None = new();

    public bool Required { get; init; }

    /// <summary>Whether an empty value is not checked at all.</summary>
    public bool IgnoreEmpty { get; init; }

    public bool UniqueItems { get; init; }

    /// <summary>Whether a time must lie in the future.</summary>
    public bool AfterNow { get; init; }

    /// <summary>Whether a time must lie in the past.</summary>
    public bool BeforeNow { get; init; }

    /// <summary>A well-known form of text: email, ip, ipv4, uri, uri-reference or uuid.</summary>
    public string? Format { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public string? PatternText { get; init; }

    public Regex? Pattern { get; init; }

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    public decimal? ExclusiveMinimum { get; init; }

    public decimal? ExclusiveMaximum { get; init; }

    public int? MinItems { get; init; }

    public int? MaxItems { get; init; }

    public int? MaxPairs { get; init; }

    public IReadOnlyList<string>? Enum { get; init; }

    public IReadOnlyList<string>? NotIn { get; init; }

    public Limits? Keys { get; init; }

    public Limits? Values { get; init; }

    public Limits? Items { get; init; }

    public static Limits Read(JsonElement json) => new()
    {
        Required = Flag(json, "required"),
        IgnoreEmpty = Flag(json, "ignoreEmpty"),
        UniqueItems = Flag(json, "uniqueItems"),
        AfterNow = Text(json, "after") == "now",
        BeforeNow = Text(json, "before") == "now",
        Format = Text(json, "format"),
        MinLength = Int(json, "minLength"),
        MaxLength = Int(json, "maxLength"),
        PatternText = Text(json, "pattern"),
        Pattern = Text(json, "pattern") is { } pattern ? ToRegex(pattern) : null,
        Minimum = Number(json, "minimum"),
        Maximum = Number(json, "maximum"),
        ExclusiveMinimum = Number(json, "exclusiveMinimum"),
        ExclusiveMaximum = Number(json, "exclusiveMaximum"),
        MinItems = Int(json, "minItems"),
        MaxItems = Int(json, "maxItems"),
        MaxPairs = Int(json, "maxPairs"),
        Enum = List(json, "enum"),
        NotIn = List(json, "notIn"),
        Keys = Nested(json, "keys"),
        Values = Nested(json, "values"),
        Items = Nested(json, "items"),
    };

    /// <summary>In the server's expressions <c>$</c> is the end of the text; in .NET a line feed may follow it.</summary>
    private static Regex ToRegex(string pattern) =>
        new(pattern.Replace("$", @"\z", StringComparison.Ordinal), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static bool Flag(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static int? Int(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetInt32() : null;

    private static decimal? Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetDecimal() : null;

    private static List<string>? List(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Select(v => v.ToString())] : null;

    private static Limits? Nested(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? Read(value) : null;
}
