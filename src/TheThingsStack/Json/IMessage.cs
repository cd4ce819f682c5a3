namespace TheThingsStack.Json;

/// <summary>A message of the API: a JSON object whose absent members are null.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IMessage<TSelf> : IJsonValue<TSelf>
    where TSelf : class, IMessage<TSelf>
{
    /// <summary>The full protobuf name, as it stands at the end of the <c>@type</c> of an <c>Any</c>; null where it is not known.</summary>
    static abstract string? FullName { get; }
}
