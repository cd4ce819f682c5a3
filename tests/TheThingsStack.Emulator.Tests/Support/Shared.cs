using System.Text.Json;

namespace TheThingsStack.Emulator.Tests.Support;

/// <summary>The folder beside the repository with facts to compare with; it is not part of the project and may be absent.</summary>
internal static class Shared
{
    public static string? Folder { get; } = Find();

    public static JsonElement Facts(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder!, "facts", name))).RootElement;

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "facts");
            if (Directory.Exists(candidate))
                return Path.GetDirectoryName(candidate);
        }

        return null;
    }
}

/// <summary>A test that needs that folder, skipped where it is absent.</summary>
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (Shared.Folder is null)
            Skip = "The folder ../shared with the facts to compare with is not there.";
    }
}
