using System.Text.Json;

namespace TheThingsStack.Json;

/// <summary>A value that reads and writes its own JSON form, as the server writes and accepts it.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IJsonValue<TSelf>
    where TSelf : IJsonValue<TSelf>
{
    /// <summary>Reads one value.</summary>
    /// <param name="reader">A reader on the first token of the value; left on its last token.</param>
    /// <exception cref="JsonException">The JSON is not a value of this type.</exception>
    static abstract TSelf ReadFrom(ref Utf8JsonReader reader);

    /// <summary>Writes the value.</summary>
    void WriteTo(Utf8JsonWriter writer);
}
