using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Emitting;

/// <summary>Emits services: one method for each RPC.</summary>
internal static class ServiceEmitter
{
    public static SourceText Emit(EquatableArray<ServiceModel> services)
    {
        var writer = SourceWriter.File(GeneratedCode.Namespace, usesPaths: services.Any(static s => s.Methods.Any(static m => m.Mask is not null)));
        foreach (var service in services)
            Emit(writer, service);
        return writer.Take();
    }

    private static void Emit(SourceWriter writer, ServiceModel service)
    {
        Docs.Summary(writer, service.Summary, $"The service {service.Name}.");
        writer.Line(GeneratedCode.Attribute);
        using (writer.Block($"public sealed partial class {service.ClassName}"))
        {
            foreach (var method in service.Methods)
                EmitBindings(writer, method);
            writer.Line("private readonly TTSHttp::ApiConnection _connection;");
            writer.Line();
            writer.Line($"internal {service.ClassName}(TTSHttp::ApiConnection connection) => _connection = connection;");
            foreach (var method in service.Methods)
            {
                MethodEmitter.Emit(writer, method);
                if (method.Mask is not null)
                {
                    OverloadEmitter.EmitLambda(writer, method);
                    MaskRuleEmitter.EmitRule(writer, method);
                }

                if (method.PagingMethod is not null)
                    OverloadEmitter.EmitPaging(writer, method);
            }
        }

        writer.Line();
    }

    private static void EmitBindings(SourceWriter writer, MethodModel method)
    {
        foreach (var i in MethodEmitter.Reached(method))
        {
            var binding = method.Bindings[i];
            writer.Line($"private static readonly TTSHttp::ApiMethod {BindingName(method, i)} = new({Escape.Literal(method.Rpc)}, {Escape.Literal(binding.HttpMethod)}, {Escape.Literal(binding.Route)}, TTSHttp::StackServer.{Server(method)});");
        }
    }

    // The number stands before the underscore: no name of a method begins so.
    public static string BindingName(MethodModel method, int index) =>
        "s" + (index == 0 ? "" : (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)) + "_" + char.ToLowerInvariant(method.Name[0]) + method.Name.Substring(1);

    private static string Server(MethodModel method) => method.Server == "QRCodeGenerator" ? "QrCodeGenerator" : method.Server;
}
