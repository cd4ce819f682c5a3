namespace TheThingsStack.Http;

/// <summary>A call on its way, as its rate limit sees it.</summary>
/// <param name="Turn">Its place among all calls, which it keeps when it is sent again.</param>
/// <param name="Number">Which sending this is.</param>
/// <param name="Others">How many were on their way when it was sent.</param>
internal readonly record struct Sending(long Turn, long Number, int Others);
