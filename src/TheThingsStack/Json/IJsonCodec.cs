using System.Text.Json;

namespace TheThingsStack.Json;

/// <summary>How one type travels as JSON. Implementations are empty structs, so that a list or a map of them costs no delegate.</summary>
/// <typeparam name="T">The .NET type.</typeparam>
public interface IJsonCodec<T>
{
    /// <summary>Reads one value.</summary>
    /// <param name="reader">A reader on the first token of the value; left on its last token.</param>
    /// <exception cref="JsonException">The JSON is not a value of this type.</exception>
    static abstract T Read(ref Utf8JsonReader reader);

    /// <summary>Writes one value.</summary>
    static abstract void Write(Utf8JsonWriter writer, T value);
}
