using System.Text.RegularExpressions;

namespace TheThingsStack.SpecTool.Reading;

/// <summary>Names without the prefixes that upstream's tools put before them.</summary>
internal static partial class CleanNames
{
    private const string DefinitionPrefix = "#/definitions/";

    /// <summary><c>v3EndDevice</c> is <c>EndDevice</c>, <c>lorawanv3BoolValue</c> is <c>BoolValue</c>, <c>googlerpcStatus</c> is <c>Status</c>.</summary>
    public static string OfDefinition(string name) => Prefix().Replace(name, "");

    /// <summary>The clean name of the definition that a <c>$ref</c> names.</summary>
    public static string OfReference(string reference) =>
        reference.StartsWith(DefinitionPrefix, StringComparison.Ordinal)
            ? OfDefinition(reference[DefinitionPrefix.Length..])
            : throw new InputException($"The reference {reference} does not name a definition of the document.");

    /// <summary><c>EndDeviceRegistry_Set2</c> is a further binding of the RPC <c>EndDeviceRegistry/Set</c>.</summary>
    public static string RpcOfOperation(string operationId) => Numbered().Replace(operationId, "").Replace('_', '/');

    /// <summary><c>attributes_contain[string]</c>, upstream's spelling of a map parameter, is <c>attributes_contain</c>.</summary>
    public static string OfParameter(string name) => name.EndsWith("[string]", StringComparison.Ordinal) ? name[..^"[string]".Length] : name;

    /// <summary><c>end_device</c> is <c>EndDevice</c>.</summary>
    public static string Pascal(string field) =>
        string.Concat(field.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));

    [GeneratedRegex("^(?:[a-z]*v3|googlerpc|protobuf)(?=[A-Z])")]
    private static partial Regex Prefix();

    [GeneratedRegex("[0-9]+$")]
    private static partial Regex Numbered();
}
