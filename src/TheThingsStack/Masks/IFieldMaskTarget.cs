using TheThingsStack.Json;

namespace TheThingsStack;

/// <summary>A message whose fields a mask can name.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IFieldMaskTarget<TSelf> : IMessage<TSelf>
    where TSelf : class, IFieldMaskTarget<TSelf>
{
    /// <summary>Every path below the message.</summary>
    static abstract FieldPathTree FieldPaths { get; }
}
