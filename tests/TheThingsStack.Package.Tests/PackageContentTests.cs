using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text;
using TheThingsStack.Package.Tests.Infrastructure;

namespace TheThingsStack.Package.Tests;

public sealed class PackageContentTests(Feed feed) : PackageTest(feed)
{
    private static readonly Guid SourceLinkKind = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    [Fact]
    public void Packages_MadeInAnotherFolderByCompilersOfTheirOwn_AreTheSameToTheByte()
    {
        var copy = Path.Combine(Feed.Root, "another", "folder");
        Repository.CopySources(copy);
        var again = Feed.Pack("again", copy, sharedCompilation: false);

        foreach (var package in Directory.EnumerateFiles(Feed.Folder))
        {
            var (first, second) = (Hash(package), Hash(Path.Combine(again, Path.GetFileName(package))));
            Console.WriteLine($"{first}  {new FileInfo(package).Length:N0} bytes  {Path.GetFileName(package)}");
            Assert.Equal(first, second);
        }
    }

    [Fact]
    public void GeneratorPackage_Files_AreLibraryCompilersPartAndWhatIsSaidOfThem()
    {
        using var package = new PackedFile(Feed.Package("TheThingsStack.Generators"));

        Assert.Equal(
            [
                "README.md", "TheThingsStack.Generators.nuspec",
                "analyzers/dotnet/cs/Microsoft.Bcl.AsyncInterfaces.dll",
                "analyzers/dotnet/cs/System.Buffers.dll",
                "analyzers/dotnet/cs/System.Memory.dll",
                "analyzers/dotnet/cs/System.Numerics.Vectors.dll",
                "analyzers/dotnet/cs/System.Runtime.CompilerServices.Unsafe.dll",
                "analyzers/dotnet/cs/System.Text.Encodings.Web.dll",
                "analyzers/dotnet/cs/System.Text.Json.dll",
                "analyzers/dotnet/cs/System.Threading.Tasks.Extensions.dll",
                "analyzers/dotnet/cs/TheThingsStack.Analyzers.dll",
                "analyzers/dotnet/cs/TheThingsStack.CodeFixes.dll",
                "analyzers/dotnet/cs/TheThingsStack.Completion.dll",
                "analyzers/dotnet/cs/TheThingsStack.Generators.dll",
                "buildTransitive/TheThingsStack.Generators.props", "buildTransitive/TheThingsStack.Generators.targets",
                "icon.png",
                "lib/net10.0/TheThingsStack.dll", "lib/net10.0/TheThingsStack.xml",
                "lib/net8.0/TheThingsStack.dll", "lib/net8.0/TheThingsStack.xml",
            ],
            package.Files);
        Assert.Equal(["net10.0: Microsoft.Extensions.Http", "net8.0: Microsoft.Extensions.Http"], Dependencies(package));
    }

    [Fact]
    public void EmulatorPackage_Files_AreALibraryThatNeedsNothingButAspNetCore()
    {
        using var package = new PackedFile(Feed.Package("TheThingsStack.Emulator"));

        Assert.Equal(["README.md", "TheThingsStack.Emulator.nuspec", "icon.png", "lib/net8.0/TheThingsStack.Emulator.dll", "lib/net8.0/TheThingsStack.Emulator.xml"], package.Files);
        Assert.Empty(Dependencies(package));
        Assert.Equal("Microsoft.AspNetCore.App", package.Metadata.Descendants().Single(static e => e.Name.LocalName == "frameworkReference").Attribute("name")!.Value);
    }

    [Theory]
    [InlineData("TheThingsStack.Generators")]
    [InlineData("TheThingsStack.Emulator")]
    public void Package_Metadata_SaysWhatItIsAndWhereItComesFrom(string id)
    {
        using var package = new PackedFile(Feed.Package(id));
        string Value(string name) => package.Metadata.Elements().SingleOrDefault(e => e.Name.LocalName == name)?.Value ?? "";

        Assert.Equal("Apache-2.0", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.StartsWith(Repository.Version, Value("releaseNotes"), StringComparison.Ordinal);
        Assert.StartsWith("https://", Value("projectUrl"), StringComparison.Ordinal);
        Assert.NotEmpty(Value("description"));
        Assert.NotEmpty(Value("tags"));
    }

    [Fact]
    public void Assemblies_Symbols_AreWithinAndNameNoPathOfThisMachine()
    {
        foreach (var id in (string[])["TheThingsStack.Generators", "TheThingsStack.Emulator"])
        {
            using var package = new PackedFile(Feed.Package(id));
            foreach (var file in package.Files.Where(static f => Path.GetFileName(f).StartsWith("TheThingsStack", StringComparison.Ordinal) && f.EndsWith(".dll", StringComparison.Ordinal)))
            {
                using var assembly = package.Assembly(file);
                var entry = assembly.ReadDebugDirectory().Single(static e => e.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
                using var provider = assembly.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
                var symbols = provider.GetMetadataReader();
                Assert.All(symbols.Documents, d => Assert.StartsWith("/_/", symbols.GetString(symbols.GetDocument(d).Name), StringComparison.Ordinal));
                if (Path.Exists(Repository.Path(".git")))
                    Assert.Contains("https://raw.githubusercontent.com/", SourceLink(symbols), StringComparison.Ordinal);
            }
        }
    }

    private static string SourceLink(MetadataReader symbols) => symbols.CustomDebugInformation
        .Select(symbols.GetCustomDebugInformation)
        .Where(i => symbols.GetGuid(i.Kind) == SourceLinkKind)
        .Select(i => Encoding.UTF8.GetString(symbols.GetBlobBytes(i.Value)))
        .SingleOrDefault() ?? "";

    private static IEnumerable<string> Dependencies(PackedFile package) => package.Metadata.Descendants()
        .Where(static e => e.Name.LocalName == "dependency")
        .Select(static e => $"{e.Parent!.Attribute("targetFramework")!.Value}: {e.Attribute("id")!.Value}");

    private static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
