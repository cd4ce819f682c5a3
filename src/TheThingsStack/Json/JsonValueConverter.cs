using System.Text.Json;
using System.Text.Json.Serialization;

namespace TheThingsStack.Json;

/// <summary>Lets <see cref="JsonSerializer"/> read and write a value that reads and writes its own JSON form.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class JsonValueConverter<T> : JsonConverter<T>
    where T : IJsonValue<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.ReadFrom(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        value.WriteTo(writer);
    }
}
