using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Emitting;

/// <summary>Emits what each RPC accepts, where callers, analyzers and the check before sending find it.</summary>
internal static class MaskRuleEmitter
{
    /// <summary>The class that holds an RPC's rule, named as the RPC.</summary>
    public static void EmitRule(SourceWriter writer, MethodModel method)
    {
        var mask = method.Mask!;
        var type = $"TTSApi::{mask.Message}";
        var deletes = mask.Deletes is null ? "" : $", {Escape.Literal(mask.Deletes)}";
        writer.Line();
        writer.Line($"/// <summary>What masks of {Escape.Comment(method.Rpc)} may name.</summary>");
        writer.Line(RpcAttribute(method, mask));
        using (writer.Block($"public static class {method.Name}"))
        {
            writer.Line("/// <summary>The paths that the server accepts: <c>*</c> for all; one that ends in <c>.*</c> stands for itself and all below it.</summary>");
            writer.Line($"public const string Paths = {Escape.Literal(mask.Paths)};");
            writer.Line();
            writer.Line("/// <summary>The rule as the client applies it before it sends a mask.</summary>");
            writer.Line($"public static TTS::FieldMaskRule<{type}> Rule {{ get; }} = new({Escape.Literal(method.Rpc)}, {Escape.Literal(Signature.ServerName(method.Server))}, {(mask.Writes ? "true" : "false")}, Paths, new(TTSPaths::{mask.Message}Rules.All){deletes});");
            writer.Line();
            writer.Line($"/// <summary>Everything that the RPC can {(mask.Writes ? "store" : "return")}, in as few paths as possible.</summary>");
            writer.Line($"public static TTS::FieldMask<{type}> Fields => Rule.Fields;");
        }
    }

    private static string RpcAttribute(MethodModel method, MaskModel mask)
    {
        var writes = mask.Writes ? ", Writes = true" : "";
        var deletes = mask.Deletes is null ? "" : $", Deletes = {Escape.Literal(mask.Deletes)}";
        var always = mask.Implicit is null ? "" : $", Implicit = {Escape.Literal(mask.Implicit)}";
        return $"[TTS::FieldMaskRpc({Escape.Literal(method.Rpc)}, {Escape.Literal(Signature.ServerName(method.Server))}, typeof(TTSApi::{mask.Message}){writes}{deletes}{always})]";
    }

    /// <summary>The check at the start of the method.</summary>
    public static void EmitCheck(SourceWriter writer, MethodModel method)
    {
        var mask = method.Parameters.First(static p => p.Type.Kind == TypeKind.Mask);
        if (method.Mask!.Written is { } written)
            writer.Line($"{mask.Name} = {method.Name}.Rule.CheckWrite({mask.Name}, {written});");
        else if (mask.IsRequired)
            writer.Line($"{method.Name}.Rule.Check({mask.Name});");
        else
            writer.Line($"if ({mask.Name} is not null) {method.Name}.Rule.Check({mask.Name});");
    }

    /// <summary>The rules of all RPCs, by message: a refusal names the RPC that has the path.</summary>
    public static SourceText EmitTargets(EquatableArray<MaskTargetModel> targets)
    {
        var writer = SourceWriter.File(GeneratedCode.PathsNamespace);
        foreach (var target in targets)
        {
            using (writer.Block($"internal static class {target.Message}Rules"))
            {
                var rules = string.Join(", ", target.Holders.Select(static holder => $"TTSApi::{holder}.Rule"));
                writer.Line($"internal static BclCollections::IReadOnlyList<TTS::FieldMaskRule<TTSApi::{target.Message}>> All() => [{rules}];");
            }

            writer.Line();
        }

        return writer.Take();
    }
}
