using System.Text;
using TheThingsStack.Benchmarks.Harness;

namespace TheThingsStack.Benchmarks.Inputs;

/// <summary>The reference that every generator is given: The Things Stack's own where it lies beside the repository, else the one that comes with the package.</summary>
internal static class Reference
{
    public static string Path { get; } = Find();

    public static string Text { get; } = File.ReadAllText(Path);

    public static byte[] Bytes { get; } = Encoding.UTF8.GetBytes(Text);

    private static string Find()
    {
        var upstream = System.IO.Path.Combine(Repository.Root, "..", "shared", "reference", "the-things-stack-3.32.1.swagger.json");
        return File.Exists(upstream) ? System.IO.Path.GetFullPath(upstream) : System.IO.Path.Combine(Repository.Root, "spec", "the-things-stack.openapi.json");
    }
}
