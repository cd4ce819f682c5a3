using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using TheThingsStack.Json;

namespace TheThingsStack.Http;

/// <summary>Bodies and answers that are not objects: lists, maps and scalars, in references that have such. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiResults
{
    /// <summary>Sends a request whose answer is not an object.</summary>
    public static async Task<T> SendAsync<T, TCodec>(ApiConnection connection, ApiRequest request, CallOptions? options, CancellationToken cancellationToken)
        where TCodec : IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(connection);
        return (await connection.SendAsync<JsonResult<T, TCodec>>(request, options, cancellationToken).ConfigureAwait(false)).Value;
    }

    /// <summary>Sends a request whose answer is a stream of values that are not objects.</summary>
    public static async IAsyncEnumerable<T> StreamAsync<T, TCodec>(
        ApiConnection connection, ApiRequest request, CallOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TCodec : IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(connection);
        await foreach (var item in connection.StreamAsync<JsonResult<T, TCodec>>(request, options, cancellationToken).ConfigureAwait(false))
            yield return item.Value;
    }

    /// <summary>Writes a body that is not an object.</summary>
    public static void Write<T, TCodec>(Utf8JsonWriter writer, T value)
        where TCodec : IJsonCodec<T> => TCodec.Write(writer, value);
}
