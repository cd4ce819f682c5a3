namespace TheThingsStack.Generators.Tests.Infrastructure;

/// <summary>Material beside the repository that is not part of it.</summary>
internal static class Shared
{
    public const string Upstream = "reference/the-things-stack-3.32.1.swagger.json";

    /// <summary>The file's path, or null where it is not there.</summary>
    public static string? Find(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", file);
            if (Path.Exists(path))
                return path;
        }

        return null;
    }
}

/// <summary>A test of material beside the repository; skipped, with the reason, where that is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string file)
    {
        if (Shared.Find(file) is null)
            Skip = $"shared/{file} is not beside the repository.";
    }
}
