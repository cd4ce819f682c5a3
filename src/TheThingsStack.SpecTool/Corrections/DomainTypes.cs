using System.Text.Json.Nodes;
using TheThingsStack.SpecTool.Reading;

namespace TheThingsStack.SpecTool.Corrections;

/// <summary>Bytes that have a meaning of their own: hex of a fixed length in bodies, base64 in routes and queries.</summary>
internal static class DomainTypes
{
    public const string FieldMask = "FieldMask";

    private static readonly (string Name, int Bytes, string Description)[] Table =
    [
        ("AesKey", 16, "An AES-128 key: 16 bytes as 32 hex digits. Secret."),
        ("DevAddr", 4, "A device address: 4 bytes as 8 hex digits. It begins with the prefix of a network."),
        ("DevNonce", 2, "The number that a device puts into a join request: 2 bytes as 4 hex digits."),
        ("Eui64", 8, "A globally unique identifier of 64 bits: 8 bytes as 16 hex digits. All zeros is a legal value."),
        ("JoinNonce", 3, "The number that the Join Server puts into a join accept: 3 bytes as 6 hex digits."),
        ("MacAddress", 6, "The hardware address of a network interface: 6 bytes as 12 hex digits."),
        ("NetId", 3, "The identifier of a LoRaWAN network: 3 bytes as 6 hex digits."),
    ];

    public static bool Contains(string name) => Table.Any(t => t.Name == name);

    /// <summary>The domain type of a field with this many bytes; three bytes are a nonce or a network by their name.</summary>
    public static string Of(int bytes, string field) =>
        bytes == 3
            ? field.Contains("nonce", StringComparison.Ordinal) ? "JoinNonce" : "NetId"
            : Table.FirstOrDefault(t => t.Bytes == bytes).Name
                ?? throw new InputException($"The facts hold a field {field} of {bytes} bytes, for which there is no type.");

    /// <summary>The schemas to stand beside the messages, with the description that they begin with.</summary>
    public static IEnumerable<KeyValuePair<string, JsonObject>> Schemas()
    {
        foreach (var (name, bytes, description) in Table)
            yield return new(name, Hex(bytes).With("description", description));
        yield return new(FieldMask, new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["paths"] = Paths() },
            ["description"] = "The fields that a request reads or writes: paths of the entity, exact and in snake_case.",
        });
    }

    private static JsonObject Paths() => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject { ["type"] = "string" },
        ["description"] = "The paths, one for each field; a parent stands for everything below it.",
    };

    private static JsonObject Hex(int bytes) => new()
    {
        ["type"] = "string",
        ["format"] = "hex",
        ["pattern"] = $"^[0-9A-Fa-f]{{{2 * bytes}}}$",
        ["minLength"] = 2 * bytes,
        ["maxLength"] = 2 * bytes,
    };
}
