using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace TheThingsStack.Package.Tests.Infrastructure;

/// <summary>A package as a file.</summary>
internal sealed class PackedFile : IDisposable
{
    private readonly ZipArchive _archive;

    public PackedFile(string path) => _archive = ZipFile.OpenRead(path);

    /// <summary>The files, without those that only say how a package is made.</summary>
    public IReadOnlyList<string> Files =>
        [.. _archive.Entries.Select(static e => e.FullName).Where(static n => !n.StartsWith("_rels/", StringComparison.Ordinal) && !n.StartsWith("package/", StringComparison.Ordinal) && n != "[Content_Types].xml").Order(StringComparer.Ordinal)];

    public XElement Metadata => XDocument.Parse(Text(Files.Single(static f => f.EndsWith(".nuspec", StringComparison.Ordinal)))).Root!.Elements().Single();

    public string Text(string file)
    {
        using var reader = new StreamReader(_archive.GetEntry(file)!.Open());
        return reader.ReadToEnd();
    }

    public PEReader Assembly(string file)
    {
        using var stream = _archive.GetEntry(file)!.Open();
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        copy.Position = 0;
        return new(copy);
    }

    public void Dispose() => _archive.Dispose();
}
