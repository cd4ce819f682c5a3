namespace TheThingsStack.Http;

/// <summary>A value whose form in a path or a query string is not its JSON form: bytes travel there as URL-safe base64, for example.</summary>
public interface IQueryValue
{
    /// <summary>The form for paths and query strings, not yet percent-encoded.</summary>
    string ToQueryString();
}
