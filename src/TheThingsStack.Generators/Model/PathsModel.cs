namespace TheThingsStack.Generators.Model;

/// <summary>The paths directly below a message, a oneof or a wrapper, as a struct of the path builder.</summary>
/// <param name="Name">The C# name of what the paths lie below; unique among all of them.</param>
/// <param name="Message">The C# name of the message whose members they are documented by; null for wrappers.</param>
/// <param name="Entries">In declaration order.</param>
/// <param name="Count">The number of paths in the whole tree below.</param>
/// <param name="IsRoot">Whether a mask selects from it.</param>
/// <param name="IsNode">Whether it also lies below something else.</param>
/// <param name="IsOneof">Whether it is what lies below the name of a oneof.</param>
internal sealed record PathsModel(string Name, string? Message, EquatableArray<PathEntryModel> Entries, int Count, bool IsRoot, bool IsNode, bool IsOneof);

/// <summary>One segment.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="WireName">The segment.</param>
/// <param name="Index">The number of the path within the tree.</param>
/// <param name="Below">The name of the paths below it; null for a leaf.</param>
/// <param name="IsOneof">Whether it is the name of a oneof rather than of a field.</param>
internal sealed record PathEntryModel(string Name, string WireName, int Index, string? Below, bool IsOneof);
