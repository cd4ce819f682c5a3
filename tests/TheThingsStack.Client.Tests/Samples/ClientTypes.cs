using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Nodes;
using TheThingsStack.Client.Tests.Reference;
using TheThingsStack.V3;

namespace TheThingsStack.Client.Tests.Samples;

/// <summary>The generated types by their names in the reference. C# names differ from those in casing and underscores only.</summary>
public static class ClientTypes
{
    private static readonly Dictionary<string, Type> s_types = typeof(TheThingsStackClient).Assembly.GetExportedTypes()
        .Where(t => t.Namespace == typeof(TheThingsStackClient).Namespace && !t.IsNested)
        .ToDictionary(t => t.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly ConcurrentDictionary<string, Dictionary<string, PropertyInfo>> s_properties = new();

    /// <summary>The type of a message or an enumeration.</summary>
    public static Type Named(string name) => s_types[Bare(name)];

    /// <summary>The property of a message that holds a field.</summary>
    public static PropertyInfo Property(string message, string field)
    {
        var properties = s_properties.GetOrAdd(message, static m => Named(m).GetProperties(BindingFlags.Public | BindingFlags.Instance).ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase));
        var name = Bare(field);

        // A property cannot bear the name of its class.
        if (name.Equals(Bare(message), StringComparison.OrdinalIgnoreCase))
            name = properties.ContainsKey("Items") ? "Items" : "Value";
        return properties[name];
    }

    /// <summary>The .NET type of a value.</summary>
    public static Type Of(WireType type) => type.Kind switch
    {
        WireKind.Text => typeof(string),
        WireKind.Bool => typeof(bool),
        WireKind.Int32 => typeof(int),
        WireKind.UInt32 => typeof(uint),
        WireKind.Int64 => typeof(long),
        WireKind.UInt64 => typeof(ulong),
        WireKind.Float => typeof(float),
        WireKind.Double => typeof(double),
        WireKind.Base64 => typeof(byte[]),
        WireKind.Hex => typeof(Eui64).Assembly.GetType("TheThingsStack." + type.Name, throwOnError: true)!,
        WireKind.DevAddrPrefix => typeof(DevAddrPrefix),
        WireKind.Timestamp => typeof(Timestamp),
        WireKind.Duration => typeof(Duration),
        WireKind.Struct => typeof(JsonObject),
        WireKind.Any => typeof(Any),
        WireKind.Enum or WireKind.Message => Named(type.Name!),
        WireKind.Mask => typeof(FieldMask<>).MakeGenericType(Named(type.Name!)),
        WireKind.List => typeof(List<>).MakeGenericType(Of(type.Element!)),
        WireKind.Map => typeof(Dictionary<,>).MakeGenericType(Of(new WireType(type.Key)), Of(type.Element!)),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    private static string Bare(string name) => name.Replace("_", "", StringComparison.Ordinal);
}
