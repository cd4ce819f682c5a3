using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Emitting;

/// <summary>How a type is written in C#, read from JSON and written to it.</summary>
internal static class TypeText
{
    private static readonly string[] Kinds = Enum.GetNames(typeof(TypeKind));

    /// <summary>The type without a question mark.</summary>
    public static string Of(TypeModel type) => type.Kind switch
    {
        TypeKind.Text => "string",
        TypeKind.Boolean => "bool",
        TypeKind.Int32 => "int",
        TypeKind.UInt32 => "uint",
        TypeKind.Int64 or TypeKind.Int64Number => "long",
        TypeKind.UInt64 or TypeKind.UInt64Number => "ulong",
        TypeKind.Single => "float",
        TypeKind.Double => "double",
        TypeKind.Bytes => "byte[]",
        TypeKind.Struct => "BclJson::Nodes.JsonObject",
        TypeKind.Node => "BclJson::Nodes.JsonNode",
        TypeKind.Any => "TTS::Any",
        TypeKind.Domain => "TTS::" + type.Name,
        TypeKind.Enum or TypeKind.Message => "TTSApi::" + type.Name,
        TypeKind.Mask => $"TTS::FieldMask<TTSApi::{type.Name}>",
        TypeKind.List => $"BclCollections::List<{Element(type.Element!)}>",
        TypeKind.Map => $"BclCollections::Dictionary<{Key(type)}, {Element(type.Element!)}>",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, null),
    };

    /// <summary>The type of a value that stands by itself or in a list or map: any JSON value includes null.</summary>
    public static string Element(TypeModel type) => Of(type) + (type.Kind == TypeKind.Node ? "?" : "");

    /// <summary>The method that reads a value which is not null, and returns it.</summary>
    public static string Reader(TypeModel type) => type.Kind switch
    {
        TypeKind.Any or TypeKind.Domain or TypeKind.Mask => $"Value<{Of(type)}>",
        TypeKind.List => $"List<{ListArguments(type)}>",
        TypeKind.Map => $"Map<{MapArguments(type)}>",
        _ => Verb(type.Kind).Replace("Number", ""),
    };

    /// <summary>The method that writes a member of a message, if it is not null.</summary>
    public static string MemberWriter(TypeModel type) => type.Kind switch
    {
        TypeKind.Domain => type.Name == "AesKey" ? "Key" : "Value",
        TypeKind.Any or TypeKind.Mask => "Object",
        TypeKind.Struct or TypeKind.Node => "Node",
        TypeKind.List => type.Element!.Kind switch
        {
            TypeKind.Message => "Messages",
            TypeKind.Text => "Strings",
            _ => $"List<{ListArguments(type)}>",
        },
        TypeKind.Map => $"Map<{MapArguments(type)}>",
        _ => Verb(type.Kind),
    };

    /// <summary>The statement that writes a member, if it is not null.</summary>
    public static string Write(TypeModel type, string writer, string wireName, string value)
    {
        var method = type.Kind switch
        {
            TypeKind.Any or TypeKind.Message or TypeKind.Mask => "Object",
            TypeKind.Domain or TypeKind.Enum => "Value",
            TypeKind.Struct or TypeKind.Node => "Node",
            TypeKind.List => $"List<{ListArguments(type)}>",
            TypeKind.Map => $"Map<{MapArguments(type)}>",
            _ => Verb(type.Kind),
        };
        return $"TTSJson::JsonWrite.{method}({writer}, {Escape.Utf8(wireName)}, {value});";
    }

    /// <summary>The codec of a type.</summary>
    public static string Codec(TypeModel type) => type.Kind switch
    {
        TypeKind.Any or TypeKind.Domain or TypeKind.Enum or TypeKind.Message or TypeKind.Mask => $"TTSJson::ValueCodec<{Of(type)}>",
        TypeKind.List => $"TTSJson::ListCodec<{Element(type.Element!)}, {Codec(type.Element!)}>",
        TypeKind.Map => $"TTSJson::MapCodec<{MapArguments(type)}>",
        TypeKind.Struct => "TTSJson::StructCodec",
        TypeKind.Node => "TTSJson::NodeCodec",
        _ => $"TTSJson::{Verb(type.Kind)}Codec",
    };

    private static bool IsValue(TypeModel type) => type.Kind is TypeKind.Any or TypeKind.Domain or TypeKind.Enum or TypeKind.Message or TypeKind.Mask;

    private static string Key(TypeModel type) => Of(new(type.Key));

    private static string ListArguments(TypeModel type) => IsValue(type.Element!) ? Of(type.Element!) : $"{Element(type.Element!)}, {Codec(type.Element!)}";

    private static string MapArguments(TypeModel type) => $"{Key(type)}, {Element(type.Element!)}, {Codec(type.Element!)}";

    private static string Verb(TypeKind kind) => kind == TypeKind.Text ? "String" : Kinds[(int)kind];
}
