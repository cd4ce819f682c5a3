using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Emitting;

/// <summary>
/// Emits path builders. A path is a number in its root's tree, and a message's own tree has the same shape wherever it hangs:
/// so <c>d.MacSettings.Rx1Delay</c> is two additions, and one struct serves a message below every root.
/// </summary>
internal static class PathsEmitter
{
    private const string Root = "TRoot";

    public static SourceText Emit(EquatableArray<PathsModel> all)
    {
        var writer = SourceWriter.File(GeneratedCode.PathsNamespace, usesPaths: true, hasNullable: false);
        foreach (var paths in all)
        {
            EmitTree(writer, paths);
            if (paths.IsRoot)
                EmitRoot(writer, paths);
            if (paths.IsNode)
                EmitNode(writer, paths);
        }

        return writer.Take();
    }

    private static void EmitTree(SourceWriter writer, PathsModel paths)
    {
        using (writer.Block($"internal static class {paths.Name}Tree"))
        {
            writer.Line($"internal static readonly TTS::FieldPathTree Value = {Tree(paths)};");
        }

        writer.Line();
    }

    private static string Tree(PathsModel paths)
    {
        if (paths.Message is null)
            return "TTS::FieldPathTree.Wrapper";
        var names = Escape.Literal(string.Join("\0", paths.Entries.Select(static e => e.WireName)));
        return $"{(paths.IsOneof ? "TTS::FieldPathTree.Oneof" : "new")}({names}{Children(paths)})";
    }

    private static string Children(PathsModel paths) => string.Concat(paths.Entries
        .Select(static (entry, place) => (entry.Below, place))
        .Where(static e => e.Below is not null)
        .Select(static e => $", ({e.place.ToString(CultureInfo.InvariantCulture)}, {e.Below}Tree.Value)"));

    private static void EmitRoot(SourceWriter writer, PathsModel paths)
    {
        writer.Line($"/// <summary>The paths of a <see cref=\"global::TheThingsStack.V3.{paths.Name}\"/>: what a mask of it can name.</summary>");
        writer.Line(GeneratedCode.Attribute);
        writer.Line(NamesAttribute(paths));
        using (writer.Block($"public readonly struct {paths.Name}Paths"))
        {
            writer.Line("/// <summary>Every path, in ordinal order.</summary>");
            writer.Line($"public BclCollections::IReadOnlyList<TTS::FieldPath<TTSApi::{paths.Name}>> All => TTS::FieldPaths.All<TTSApi::{paths.Name}>();");
            writer.Line();
            foreach (var entry in paths.Entries)
                EmitEntry(writer, paths, entry, "TTSApi::" + paths.Name, entry.Index.ToString(CultureInfo.InvariantCulture));
        }

        writer.Line();
    }

    private static void EmitNode(SourceWriter writer, PathsModel paths)
    {
        writer.Line($"/// <summary>A path, and the paths below it.</summary>");
        writer.Line($"/// <typeparam name=\"{Root}\">The message that the mask selects from.</typeparam>");
        writer.Line(GeneratedCode.Attribute);
        writer.Line(NamesAttribute(paths));
        using (writer.Block($"public readonly struct {paths.Name}Path<{Root}> where {Root} : class, TTS::IFieldMaskTarget<{Root}>"))
        {
            writer.Line("private readonly int _index;");
            writer.Line();
            writer.Line($"internal {paths.Name}Path(int index) => _index = index;");
            writer.Line();
            writer.Line("/// <summary>The path itself.</summary>");
            writer.Line($"public static implicit operator TTS::FieldPath<{Root}>({paths.Name}Path<{Root}> path) => new(path._index);");
            writer.Line();
            foreach (var entry in paths.Entries)
                EmitEntry(writer, paths, entry, Root, $"_index + {(entry.Index + 1).ToString(CultureInfo.InvariantCulture)}");
        }

        writer.Line();
    }

    // The properties below are emitted in the same order.
    private static string NamesAttribute(PathsModel paths)
    {
        var names = Escape.Literal(string.Join(",", paths.Entries.Select(static e => e.WireName)));
        var kind = paths.IsOneof ? ", IsOneof = true" : paths.Message is null ? ", IsWrapper = true" : "";
        return $"[TTS::FieldNames({names}{kind})]";
    }

    private static void EmitEntry(SourceWriter writer, PathsModel paths, PathEntryModel entry, string root, string index)
    {
        writer.Line(Summary(paths, entry));
        var type = entry.Below is null ? $"TTS::FieldPath<{root}>" : $"TTSPaths::{entry.Below}Path<{root}>";
        writer.Line($"public {type} {entry.Name} => new({index});");
        writer.Line();
    }

    private static string Summary(PathsModel paths, PathEntryModel entry)
    {
        if (paths.Message is null)
            return "/// <summary>The value in the wrapper. To clear the value, name the wrapper instead.</summary>";
        return entry.IsOneof
            ? $"/// <summary>Whichever member of the oneof {Escape.Comment(entry.WireName)} is set.</summary>"
            : $"/// <inheritdoc cref=\"global::TheThingsStack.V3.{paths.Message}.{entry.Name}\"/>";
    }
}
