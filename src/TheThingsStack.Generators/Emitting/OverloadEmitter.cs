using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Emitting;

/// <summary>Emits what a method has beside itself: the mask as a lambda, and all pages of a list.</summary>
internal static class OverloadEmitter
{
    public static void EmitLambda(SourceWriter writer, MethodModel method)
    {
        var mask = method.Mask!;
        var lambda = method.Parameters.First(static p => p.Type.Kind == TypeKind.Mask);
        var others = method.Parameters.Where(p => p != lambda).ToList();
        var required = others.Where(static p => p.IsRequired).ToList();
        var optional = others.Where(static p => !p.IsRequired).ToList();
        writer.Line();
        Signature.EmitSame(writer, method, $"{method.Name}Async({Signature.Types(method.Parameters)})");
        var selector = $"global::System.Func<TTSPaths::{mask.Message}Paths, {TypeText.Of(lambda.Type)}> {lambda.Name}";
        var before = string.Concat(required.Select(static p => $"{TypeText.Of(p.Type)} {p.Name}, "));
        writer.Line($"public {Signature.Returns(method)} {method.Name}Async({before}{selector}, {Signature.Parameters(optional)})");
        EmitForward(writer, method.Name, method.Parameters, lambda);
    }

    private static void EmitForward(SourceWriter writer, string name, IEnumerable<ParameterModel> parameters, ParameterModel lambda)
    {
        using (writer.Block())
        {
            writer.Line($"global::System.ArgumentNullException.ThrowIfNull({lambda.Name});");
            writer.Line($"return {name}Async({Arguments(parameters.Select(p => p == lambda ? $"{p.Name}(default)" : p.Name))});");
        }
    }

    public static void EmitPaging(SourceWriter writer, MethodModel method)
    {
        var parameters = method.Parameters.Where(static p => p.WireName != "page").ToList();
        var mask = parameters.Find(static p => p.Type.Kind == TypeKind.Mask);
        EmitPagingMethod(writer, method, parameters, null);
        if (mask is not null)
            EmitPagingMethod(writer, method, parameters, mask);
    }

    private static void EmitPagingMethod(SourceWriter writer, MethodModel method, List<ParameterModel> parameters, ParameterModel? lambda)
    {
        writer.Line();
        if (lambda is null)
            Signature.EmitDocs(writer, method, parameters, "All pages, one request each. ");
        else
            Signature.EmitSame(writer, method, $"{method.PagingMethod}Async({Signature.Types(parameters)})");
        var required = parameters.Where(p => p.IsRequired && p != lambda).ToList();
        var optional = parameters.Where(p => !p.IsRequired && p != lambda).ToList();
        var selector = lambda is null ? "" : $"global::System.Func<TTSPaths::{method.Mask!.Message}Paths, {TypeText.Of(lambda.Type)}> {lambda.Name}, ";
        var before = string.Concat(required.Select(static p => $"{TypeText.Of(p.Type)} {p.Name}, "));
        var item = TypeText.Element(method.PagingItem!);
        if (lambda is not null)
        {
            writer.Line($"public BclCollections::IAsyncEnumerable<{item}> {method.PagingMethod}Async({before}{selector}{Signature.Parameters(optional)})");
            EmitForward(writer, method.PagingMethod!, parameters, lambda);
            return;
        }

        var page = method.Parameters.Select(static p => p.WireName == "page" ? "page" : p.Name);
        var limit = method.Parameters.First(static p => p.WireName == "limit").Name;
        writer.Line($"public BclCollections::IAsyncEnumerable<{item}> {method.PagingMethod}Async({Signature.Parameters(parameters)})");
        writer.Line($"    => TTSHttp::Pages.All((page, cancellation) => {method.Name}Async({string.Join(", ", page)}, options, cancellation), static answer => answer.{method.PagingField}, {limit}, cancellationToken);");
    }

    private static string Arguments(IEnumerable<string> arguments) => string.Join(", ", arguments.Append("options").Append("cancellationToken"));
}
