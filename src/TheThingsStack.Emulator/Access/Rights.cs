using TheThingsStack.Emulator.Entities;
using TheThingsStack.Emulator.Schema;

namespace TheThingsStack.Emulator.Access;

/// <summary>What rights there are, and which of them include others.</summary>
internal static class Rights
{
    public const string Everything = "RIGHT_ALL";

    public static readonly IReadOnlyList<string> All =
        [.. ApiReference.Default.Enums["Right"].Names.Where(n => n.StartsWith("RIGHT_", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static readonly Dictionary<string, string[]> Included = Inclusions();

    /// <summary>The rights with all that they include.</summary>
    public static IReadOnlySet<string> Implied(IEnumerable<string> rights) =>
        rights.SelectMany(r => Included.TryGetValue(r, out var more) ? more.Append(r) : [r]).ToHashSet(StringComparer.Ordinal);

    /// <summary>The rights on one kind of entity, among others.</summary>
    public static IEnumerable<string> On(EntityKind kind, IEnumerable<string> rights) =>
        rights.Where(r => r.StartsWith(kind.RightPrefix, StringComparison.Ordinal));

    private static Dictionary<string, string[]> Inclusions()
    {
        var included = EntityKind.All.ToDictionary(k => k.Right("ALL"), k => On(k, All).ToArray(), StringComparer.Ordinal);
        included[Everything] = [.. All];
        included["RIGHT_APPLICATION_LINK"] = ["RIGHT_APPLICATION_INFO", "RIGHT_APPLICATION_TRAFFIC_READ", "RIGHT_APPLICATION_TRAFFIC_DOWN_WRITE"];
        included["RIGHT_GATEWAY_LINK"] = ["RIGHT_GATEWAY_INFO"];
        return included;
    }
}
