using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using TheThingsStack.Json;

namespace TheThingsStack;

/// <summary>A message of a type that only the message itself names, such as the data of an event (<c>google.protobuf.Any</c>).</summary>
[JsonConverter(typeof(JsonValueConverter<Any>))]
public sealed class Any : IJsonValue<Any>
{
    private const string TypeProperty = "@type";
    private const string TypePrefix = "type.googleapis.com/";

    // As it came: the nodes are made once somebody asks for them, and count from then on.
    private readonly byte[]? _json;
    private JsonObject? _content;

    /// <summary>Wraps a JSON object that has an <c>@type</c>.</summary>
    public Any(JsonObject content) => _content = content ?? throw new ArgumentNullException(nameof(content));

    private Any(byte[] json) => _json = json;

    /// <summary>The whole JSON object, <c>@type</c> included.</summary>
    public JsonObject Content => _content ?? LazyInitializer.EnsureInitialized(ref _content, MakeContent);

    /// <summary>The full name of the message's type (<c>ttn.lorawan.v3.EndDevice</c>); empty where it is absent.</summary>
    public string TypeName
    {
        get
        {
            var url = (IsAsItCame(out var json) ? ReadType(json) : Content[TypeProperty] is JsonValue value && value.TryGetValue(out string? text) ? text : null) ?? "";
            return url[(url.LastIndexOf('/') + 1)..];
        }
    }

    /// <summary>Whether the content is a <typeparamref name="T"/>.</summary>
    public bool Is<T>()
        where T : class, IMessage<T> => T.FullName is { } name && name == TypeName;

    /// <summary>The content as a <typeparamref name="T"/>.</summary>
    /// <exception cref="InvalidOperationException">The content is of another type.</exception>
    /// <exception cref="JsonException">The content does not fit its own type.</exception>
    public T Unpack<T>()
        where T : class, IMessage<T>
    {
        if (T.FullName is { } name && name != TypeName)
            throw new InvalidOperationException($"The content is a {TypeName}, not a {name}.");
        return IsAsItCame(out var json) ? MessageJson.Parse<T>(json) : MessageJson.Parse<T>(Content.ToJsonString());
    }

    /// <summary>Wraps a message.</summary>
    /// <exception cref="InvalidOperationException">The full name of the message's type is not known.</exception>
    public static Any Pack<T>(T message)
        where T : class, IMessage<T>
    {
        var name = T.FullName ?? throw new InvalidOperationException($"The full name of {typeof(T).Name} is not known.");
        var content = new JsonObject { [TypeProperty] = TypePrefix + name };
        foreach (var (key, value) in JsonNode.Parse(MessageJson.ToUtf8Bytes(message))!.AsObject())
            content[key] = value?.DeepClone();
        return new(content);
    }

    static Any IJsonValue<Any>.ReadFrom(ref Utf8JsonReader reader) =>
        JsonNodes.TryTake(ref reader, out var json) ? new(json) : new(JsonRead.Struct(ref reader));

    void IJsonValue<Any>.WriteTo(Utf8JsonWriter writer) => Content.WriteTo(writer);

    private bool IsAsItCame([NotNullWhen(true)] out byte[]? json)
    {
        json = _content is null ? _json : null;
        return json is not null;
    }

    private JsonObject MakeContent()
    {
        var reader = new Utf8JsonReader(_json);
        reader.Read();
        return JsonRead.Struct(ref reader);
    }

    private static string? ReadType(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        string? type = null;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals(TypeProperty);
            reader.Read();
            if (isType)
                type = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            reader.Skip();
        }

        return type;
    }
}
