using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Access;

/// <summary>A credential as the server spells it: type, identifier and secret in base 32, joined by dots.</summary>
internal sealed record ApiToken(string Type, string Id, string Secret)
{
    public const string ApiKeyType = "NNSXS";

    private const int IdLength = 39;
    private const int SecretLength = 52;

    public static ApiToken NewApiKey(IdSource ids) => new(ApiKeyType, ids.Base32(IdLength), ids.Base32(SecretLength));

    /// <summary>Reads a credential: exactly two dots, a type, an identifier and a secret in base 32. Null when it is malformed.</summary>
    public static ApiToken? Parse(string text)
    {
        if (text.Split('.') is not [var type, var id, var secret] || !IsBase32(type) || !IsBase32(id) || !IsBase32(secret))
            return null;
        var isWhole = type != ApiKeyType || (id.Length == IdLength && secret.Length == SecretLength);
        return isWhole ? new ApiToken(type, id, secret) : null;
    }

    public override string ToString() => $"{Type}.{Id}.{Secret}";

    private static bool IsBase32(string text) => text.Length > 0 && text.All(c => c is (>= 'A' and <= 'Z') or (>= '2' and <= '7'));
}
