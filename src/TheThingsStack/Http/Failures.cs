using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TheThingsStack.Http;

/// <summary>Makes the exceptions of calls.</summary>
internal static class Failures
{
    private const int MaxRawBody = 16 * 1024;
    private const int MaxText = 2048;
    private const int MaxCausesInMessage = 3;

    /// <summary>The server answered with an error status.</summary>
    public static TheThingsStackException Refused(
        ApiMethod method, HttpResponseMessage response, ResponseMetadata metadata, ReadOnlySpan<byte> body, Exception? brokenOff)
    {
        var status = ErrorStatus.Read(body);
        var text = status?.Text() is { Length: > 0 } known ? known : DescribeAnswer(response, body);
        return FromStatus(method, metadata, status, text, body, inner: brokenOff);
    }

    /// <summary>A stream ended with an error.</summary>
    public static TheThingsStackException InStream(ApiMethod method, ResponseMetadata metadata, ReadOnlySpan<byte> line)
    {
        var status = ErrorStatus.Read(line);
        var text = status?.Text() is { Length: > 0 } known ? known : "the server ended the stream with an error that it does not explain";
        return FromStatus(method, metadata, status, text, line, inStream: true);
    }

    /// <summary>The server reports success, but its answer cannot be read.</summary>
    public static TheThingsStackException NotUnderstood(
        ApiMethod method, ResponseMetadata metadata, string problem, ReadOnlySpan<byte> body, Exception? inner = null) =>
        OfAnswer(method, metadata, problem, GrpcCode.Unknown, body, inner);

    /// <summary>The server began to answer well, but its answer is not whole.</summary>
    public static TheThingsStackException BrokenOff(
        ApiMethod method, ResponseMetadata metadata, string problem, ReadOnlySpan<byte> body, Exception inner) =>
        OfAnswer(method, metadata, problem, GrpcCode.Unavailable, body, inner);

    /// <summary>There was no answer, or it broke off.</summary>
    public static TheThingsStackException NoAnswer(ApiMethod method, string problem, GrpcCode code, Exception inner) =>
        new($"{method.Rpc}: {problem}", inner) { Method = method.Rpc, Code = code };

    private static TheThingsStackException OfAnswer(
        ApiMethod method, ResponseMetadata metadata, string problem, GrpcCode code, ReadOnlySpan<byte> body, Exception? inner) =>
        new($"{method.Rpc}: {problem} (HTTP {(int)metadata.StatusCode})", inner)
        {
            Method = method.Rpc,
            StatusCode = metadata.StatusCode,
            Code = code,
            Response = metadata,
            RawBody = Bound(body),
        };

    private static TheThingsStackException FromStatus(
        ApiMethod method, ResponseMetadata metadata, ErrorStatus? status, string text, ReadOnlySpan<byte> body, bool inStream = false, Exception? inner = null)
    {
        var detail = status?.Detail;
        var forbidden = ForbiddenPaths(detail);
        return new(Describe(method, metadata, text, detail, forbidden, inStream), inner)
        {
            Method = method.Rpc,
            StatusCode = metadata.StatusCode,
            Code = status?.Code ?? detail?.Code ?? (inStream ? GrpcCode.Unknown : StatusCodes.ToGrpcCode(metadata.StatusCode)),
            Namespace = detail?.Namespace,
            Name = detail?.Name,
            MessageFormat = detail?.MessageFormat,
            Attributes = detail?.Attributes ?? [],
            CorrelationId = detail?.CorrelationId,
            Response = metadata,
            ForbiddenPaths = forbidden,
            Cause = detail?.Cause,
            Details = status?.Details ?? [],
            RawBody = Bound(body),
        };
    }

    private static string Describe(
        ApiMethod method, ResponseMetadata metadata, string text, ErrorDetail? detail, string[] forbidden, bool inStream)
    {
        var message = new StringBuilder($"{method.Rpc}: {Shorten(text)}");
        if (forbidden.Length > 0)
            message.Append(": ").Append(Shorten(string.Join(", ", forbidden)));
        var cause = detail?.Cause;
        for (var i = 0; i < MaxCausesInMessage && cause is not null; i++, cause = cause.Cause)
            if (cause.ToString() is { Length: > 0 } reason && !text.Contains(reason, StringComparison.Ordinal))
                message.Append(": ").Append(Shorten(reason));
        message.Append(inStream ? " (in the stream" : string.Create(CultureInfo.InvariantCulture, $" (HTTP {(int)metadata.StatusCode}"));
        if (detail?.Name is { } name)
            message.Append(", ").Append(Shorten(detail.Namespace is { } space ? $"{space}:{name}" : name));
        return message.Append(')').ToString();
    }

    private static string DescribeAnswer(HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        if ((int)response.StatusCode is >= 300 and < 400)
            return DescribeRedirect(response.Headers.Location);
        if (body.IsEmpty)
            return "refused without an explanation";
        return $"refused; the answer is not an error as The Things Stack writes it ({MediaType(response)})";
    }

    private static string DescribeRedirect(Uri? location)
    {
        var target = location is { IsAbsoluteUri: true } ? location.GetLeftPart(UriPartial.Authority) : "another path";
        return $"the server redirects to {target}, which is not followed, because the API key is for the configured addresses only";
    }

    private static string MediaType(HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType ?? "no content type";

    private static string[] ForbiddenPaths(ErrorDetail? detail) =>
        detail?.Attributes["forbidden_paths"] is JsonArray paths
            ? [.. paths.OfType<JsonValue>().Where(p => p.GetValueKind() == JsonValueKind.String).Select(p => p.GetValue<string>())]
            : [];

    private static string Shorten(string text) => text.Length <= MaxText ? text : string.Concat(text.AsSpan(0, MaxText), "…");

    private static string Bound(ReadOnlySpan<byte> body)
    {
        // A decoder, so that a character that the limit cuts in two is left out.
        var cut = body.Length > MaxRawBody;
        var bytes = cut ? body[..MaxRawBody] : body;
        var characters = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        var count = Encoding.UTF8.GetDecoder().GetChars(bytes, characters, flush: !cut);
        return new string(characters, 0, count);
    }
}
