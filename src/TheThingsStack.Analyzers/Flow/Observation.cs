namespace TheThingsStack.Analyzers.Flow;

/// <summary>Something that a method does with a message, and what is known of the message right before.</summary>
/// <param name="Contents">Null where the message is not seen.</param>
internal readonly record struct Observation(MessageUse Use, Contents? Contents);
