namespace TheThingsStack.Generators.Model;

/// <summary>How a value is held in C# and how it travels.</summary>
internal enum TypeKind
{
    Text,
    Boolean,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Int64Number,
    UInt64Number,
    Single,
    Double,
    Bytes,

    /// <summary>A value type of the runtime library, by name: Eui64, Timestamp, …</summary>
    Domain,

    /// <summary>A free-form JSON object.</summary>
    Struct,

    /// <summary>Any JSON value.</summary>
    Node,
    Any,
    Enum,
    Message,
    Mask,
    List,
    Map,
}

/// <summary>The type of a field, a parameter or an answer.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">The C# name of a domain type, a message, an enumeration, or the message that a mask selects from.</param>
/// <param name="Element">The items of a list, the values of a map.</param>
/// <param name="Key">The keys of a map.</param>
internal sealed record TypeModel(TypeKind Kind, string? Name = null, TypeModel? Element = null, TypeKind Key = TypeKind.Text)
{
    public static readonly TypeModel Text = new(TypeKind.Text);
    public static readonly TypeModel Node = new(TypeKind.Node);
    public static readonly TypeModel Struct = new(TypeKind.Struct);

    /// <summary>Whether the C# type is a struct.</summary>
    public bool IsValueType => Kind is TypeKind.Boolean or TypeKind.Int32 or TypeKind.UInt32 or TypeKind.Int64 or TypeKind.UInt64
        or TypeKind.Int64Number or TypeKind.UInt64Number or TypeKind.Single or TypeKind.Double or TypeKind.Domain or TypeKind.Enum;

    /// <summary>Whether a route can hold it.</summary>
    public bool IsPathValue => Kind == TypeKind.Text || (IsValueType && Kind is not (TypeKind.Single or TypeKind.Double));

    public static TypeModel Domain(string name) => new(TypeKind.Domain, name);

    public static TypeModel ListOf(TypeModel element) => new(TypeKind.List, Element: element);
}
