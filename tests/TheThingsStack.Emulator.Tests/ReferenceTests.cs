using System.Text.Json;
using System.Text.RegularExpressions;
using TheThingsStack.Emulator.Masks;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Tests.Support;
using Xunit.Abstractions;

namespace TheThingsStack.Emulator.Tests;

/// <summary>What the emulator understood of the embedded reference.</summary>
public sealed partial class ReferenceTests(ITestOutputHelper output)
{
    private static readonly ApiReference Reference = ApiReference.Default;

    [Fact]
    public void Reference_Embedded_IsComplete()
    {
        var masks = Reference.Rpcs.Values.Count(r => r.Mask is not null);
        output.WriteLine($"{Reference.Operations.Count} operations, {Reference.Rpcs.Count} RPCs, {masks} with a mask, {Reference.Messages.Count} messages, {Reference.Enums.Count} enums");

        Assert.Equal(322, Reference.Operations.Count);
        Assert.Equal(253, Reference.Rpcs.Count);
        Assert.Equal(414, Reference.Messages.Count);
        Assert.Equal(50, Reference.Enums.Count);
    }

    [Fact]
    public void Operation_OfEveryTemplate_IsFoundByItsOwnPath()
    {
        foreach (var operation in Reference.Operations)
        {
            var path = Braces().Replace(operation.Template.Text, "value1");
            var found = Reference.Find(operation.Method, path, out _);

            Assert.True(found?.Operation == operation, $"{operation.Method} {path} leads to {found?.Operation.Id}, not to {operation.Id}");
        }
    }

    [SharedFact]
    public void Fields_OfEveryMessage_HaveTheWireFormOfTheFacts()
    {
        var wrong = new List<string>();
        var compared = 0;
        foreach (var fact in Shared.Facts("field-types.json").GetProperty("messages").EnumerateObject())
        {
            if (fact.Value.GetProperty("swagger_definition").GetString() is not { } definition)
                continue;
            var message = Reference.Messages[CleanName(definition)];
            foreach (var field in fact.Value.GetProperty("fields").EnumerateObject())
            {
                compared++;
                var known = message.Field(field.Name);
                if (known is null || WireForm(known) != Expected(field.Value) || known.Oneof != OneofOf(field.Value))
                    wrong.Add($"{message.Name}.{field.Name}: {(known is null ? "absent" : WireForm(known))}, should be {Expected(field.Value)}");
                else if (field.Value.TryGetProperty("accepted_keys", out var keys) && keys.EnumerateArray().Any(k => message.FieldByKey(k.GetString()!) != known))
                    wrong.Add($"{message.Name}.{field.Name}: not found by {keys}");
            }
        }

        output.WriteLine($"{compared} fields compared");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [SharedFact]
    public void Requests_OfEveryOperation_HaveTheFieldsOfTheFacts()
    {
        var facts = Shared.Facts("field-types.json").GetProperty("messages");
        var bindings = Shared.Facts("rpc-http.json").EnumerateObject().ToDictionary(r => r.Name["/ttn.lorawan.v3.".Length..], r => r.Value.GetProperty("request").GetString()!);
        var wrong = new List<string>();
        foreach (var operation in Reference.Operations)
        {
            if (!facts.TryGetProperty(bindings[operation.Rpc.Name], out var fact))
                continue;
            foreach (var field in operation.Request.Fields)
            {
                var expected = fact.GetProperty("fields").GetProperty(field.Name);
                // Whether a number in a query may be absent is in no schema; it makes no difference there.
                if (WireForm(field).Replace("wrapper:", "") != Expected(expected).Replace("wrapper:", "") || field.Oneof != OneofOf(expected) || !IsMessage(facts, field, expected))
                    wrong.Add($"{operation.Id}.{field.Name}: {WireForm(field)} {field.Oneof}, should be {Expected(expected)} {OneofOf(expected)}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [SharedFact]
    public void Paths_OfEndDevice_AreTheServers()
    {
        var device = Reference.Messages["EndDevice"];
        var expected = Shared.Facts("device-entity-map.json").GetProperty("paths").EnumerateObject().Select(p => p.Name).ToArray();

        Assert.Equal(753, AllPaths.Of(device).Count());
        Assert.All(expected, p => Assert.True(MaskPath.Exists(device, p), p));
        Assert.All(AllPaths.Of(device), p => Assert.True(MaskPath.Exists(device, p), p));
    }

    [SharedFact]
    public void Masks_OfEveryRpc_AreTheServers()
    {
        var dead = new[] { "api_key", "network_server_address", "tls" };
        var facts = Shared.Facts("rpc-field-masks.json").GetProperty("rpcs");
        foreach (var rpc in Reference.Rpcs.Values.Where(r => r.Mask is not null))
        {
            var allowed = facts.GetProperty(rpc.Name).GetProperty("allowed");
            if (allowed.ValueKind == JsonValueKind.Array && !rpc.Name.EndsWith("Link", StringComparison.Ordinal))
                Assert.Equal(allowed.EnumerateArray().Select(p => p.GetString()!).Order(), rpc.Mask!.Paths!.Order());
            else if (allowed.ValueKind == JsonValueKind.Array)
                Assert.All(allowed.EnumerateArray().Select(p => p.GetString()!).Except(dead), p => Assert.True(rpc.Mask!.Allows(p), p));
            else
                Assert.Null(rpc.Mask!.Paths);
        }
    }

    private static string CleanName(string definition) => definition switch
    {
        "googlerpcStatus" => "Status",
        "protobufAny" => "Any",
        _ => Prefix().Replace(definition, ""),
    };

    private static string WireForm(FieldType field)
    {
        var kind = field.Value.Kind switch
        {
            WireKind.String => "string",
            WireKind.Bool => "bool",
            WireKind.Int32 or WireKind.UInt32 => "number-32",
            WireKind.Int64 or WireKind.UInt64 => "int64-string",
            WireKind.Float or WireKind.Double => "number-float",
            WireKind.Timestamp => "timestamp",
            WireKind.Duration => "duration",
            WireKind.Base64 => "bytes-base64",
            WireKind.Hex => $"bytes-hex {field.Value.Bytes}",
            WireKind.Enum => field.Value.Enum!.IsNumeric ? "enum-number" : "enum-string",
            WireKind.Wrapper => "ttn-wrapper",
            WireKind.Struct => "struct",
            WireKind.Any => "any",
            WireKind.Mask => "field-mask-object",
            _ => "object",
        };
        return $"{field.Shape} {(field.Nullable ? "wrapper:" : "")}{kind}";
    }

    private static string Expected(JsonElement field)
    {
        var shape = field.GetProperty("kind").GetString() switch { "repeated" => FieldShape.List, "map" => FieldShape.Map, _ => FieldShape.Single };
        var form = field.GetProperty("json").GetString()!;
        var bytes = form == "bytes-hex" ? $" {field.GetProperty("hex_bytes").GetInt32()}" : "";
        return $"{shape} {(form == "dev-addr-prefix" ? "string" : form)}{bytes}";
    }

    /// <summary>Whether a field that holds a message holds the one that the facts name, if the reference defines it; rights in a query are known by their fields alone.</summary>
    private static bool IsMessage(JsonElement facts, FieldType field, JsonElement fact) =>
        field.Value.Kind != WireKind.Message
        || facts.GetProperty(fact.GetProperty("element").GetString()!).GetProperty("swagger_definition").GetString() is not { } definition
        || field.Value.Message == Reference.Messages[CleanName(definition)]
        || definition == "v3Rights";

    private static string? OneofOf(JsonElement field) => field.TryGetProperty("oneof", out var oneof) ? oneof.GetString() : null;

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Braces();

    [GeneratedRegex("^[a-z]*v3(?=[A-Z])")]
    private static partial Regex Prefix();
}
