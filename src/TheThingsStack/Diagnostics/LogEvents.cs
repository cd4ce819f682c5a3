namespace TheThingsStack.Diagnostics;

/// <summary>
/// The ids of what this library logs, in the category <see cref="Category"/>. They stay the same from version to version; the texts may change.
/// No message has the API key in it, nor a body that is sent or received.
/// </summary>
public static class LogEvents
{
    /// <summary>The category of all messages.</summary>
    public const string Category = "TheThingsStack";

    /// <summary>Debug: a call was answered. <c>Rpc</c>, <c>StatusCode</c>, <c>Milliseconds</c>, <c>RequestId</c>.</summary>
    public const int CallAnswered = 1;

    /// <summary>Debug: a call failed; the exception says how. <c>Rpc</c>, <c>Milliseconds</c>. Who catches the exception decides whether that is an error.</summary>
    public const int CallFailed = 2;

    /// <summary>Warning: the server warns about something in an answer. <c>Rpc</c>, <c>Warning</c>, <c>RequestId</c>.</summary>
    public const int ServerWarning = 3;

    /// <summary>Error: <see cref="TheThingsStackOptions.OnWarning"/> threw an exception; the call went on. <c>Rpc</c>.</summary>
    public const int WarningCallbackFailed = 4;

    /// <summary>Information: the server refused a call by its rate limit (429), and it will be sent again. <c>Rpc</c>, <c>Retry</c>, <c>AskedSeconds</c>.</summary>
    public const int RateLimited = 5;

    /// <summary>Debug: a call waited for its turn, to keep to the rate limit. <c>Rpc</c>, <c>Milliseconds</c>.</summary>
    public const int WaitedForRateLimit = 6;
}
