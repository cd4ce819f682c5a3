using System.Text.Json;

namespace TheThingsStack.Json;

/// <summary>An answer that is not an object: an array, a map or a scalar, in references that have such.</summary>
public sealed class JsonResult<T, TCodec> : IJsonValue<JsonResult<T, TCodec>>
    where TCodec : IJsonCodec<T>
{
    private JsonResult(T value) => Value = value;

    /// <summary>The answer.</summary>
    public T Value { get; }

    static JsonResult<T, TCodec> IJsonValue<JsonResult<T, TCodec>>.ReadFrom(ref Utf8JsonReader reader) => new(TCodec.Read(ref reader));

    void IJsonValue<JsonResult<T, TCodec>>.WriteTo(Utf8JsonWriter writer) => TCodec.Write(writer, Value);
}
