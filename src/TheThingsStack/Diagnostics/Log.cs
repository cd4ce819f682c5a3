using Microsoft.Extensions.Logging;

namespace TheThingsStack.Diagnostics;

/// <summary>Everything that is logged.</summary>
internal static partial class Log
{
    [LoggerMessage(LogEvents.CallAnswered, LogLevel.Debug, "{Rpc} was answered with {StatusCode} after {Milliseconds} ms (request {RequestId})")]
    public static partial void CallAnswered(ILogger logger, string rpc, int statusCode, double milliseconds, string? requestId);

    [LoggerMessage(LogEvents.CallFailed, LogLevel.Debug, "{Rpc} failed after {Milliseconds} ms")]
    public static partial void CallFailed(ILogger logger, Exception exception, string rpc, double milliseconds);

    [LoggerMessage(LogEvents.ServerWarning, LogLevel.Warning, "{Rpc}: the server warns: {Warning} (request {RequestId})")]
    public static partial void ServerWarning(ILogger logger, string rpc, string warning, string? requestId);

    [LoggerMessage(LogEvents.WarningCallbackFailed, LogLevel.Error, "{Rpc}: the callback for warnings of the server threw an exception; the call goes on")]
    public static partial void WarningCallbackFailed(ILogger logger, Exception exception, string rpc);

    [LoggerMessage(LogEvents.RateLimited, LogLevel.Information, "{Rpc} was refused by its rate limit; retry {Retry} follows, the server asks for {AskedSeconds} s")]
    public static partial void RateLimited(ILogger logger, string rpc, int retry, double askedSeconds);

    [LoggerMessage(LogEvents.WaitedForRateLimit, LogLevel.Debug, "{Rpc} waited {Milliseconds} ms for its turn under the rate limit")]
    public static partial void WaitedForRateLimit(ILogger logger, string rpc, double milliseconds);
}
