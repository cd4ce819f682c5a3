namespace TheThingsStack.Generators.Model;

/// <summary>What shares a file of generated code: with each file, every build and every key stroke costs the compiler more.</summary>
/// <param name="Name">The initial that the names of the parts have in common.</param>
/// <param name="Parts">What is in it.</param>
internal sealed record FileModel<T>(string Name, EquatableArray<T> Parts)
    where T : IEquatable<T>;

internal static class FileModel
{
    /// <summary>A file for each initial, so that an item that comes or goes leaves the other files as they are.</summary>
    public static IEnumerable<FileModel<T>> ByInitial<T>(EquatableArray<T>? items, Func<T, string> name)
        where T : IEquatable<T> =>
        (items ?? default).GroupBy(item => char.ToUpperInvariant(name(item)[0])).Select(static file => new FileModel<T>(file.Key.ToString(), file.ToEquatableArray()));
}
