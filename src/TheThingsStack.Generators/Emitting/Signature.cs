using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Emitting;

/// <summary>The parameters and the documentation that a method shares with its overloads.</summary>
internal static class Signature
{
    private const string Cancellation = "global::System.Threading.CancellationToken cancellationToken = default";
    private const string Options = "TTS::CallOptions? options = null";

    /// <summary>The parameter list.</summary>
    public static string Parameters(IEnumerable<ParameterModel> parameters, string cancellationAttribute = "") =>
        string.Join(", ", parameters.Select(Parameter).Append(Options).Append(cancellationAttribute + Cancellation));

    /// <summary>The types of the parameters, as a <c>cref</c> writes them.</summary>
    public static string Types(IEnumerable<ParameterModel> parameters) =>
        string.Join(", ", parameters.Select(static p => Type(p).Replace('<', '{').Replace('>', '}')).Append("TTS::CallOptions").Append("global::System.Threading.CancellationToken"));

    private static string Type(ParameterModel parameter) => TypeText.Of(parameter.Type) + (parameter is { IsRequired: false, Type.IsValueType: true } ? "?" : "");

    private static string Parameter(ParameterModel parameter) =>
        parameter.IsRequired ? $"{TypeText.Of(parameter.Type)} {parameter.Name}" : $"{TypeText.Of(parameter.Type)}? {parameter.Name} = null";

    /// <summary>What the method returns.</summary>
    public static string Returns(MethodModel method) => method switch
    {
        { Streams: true } => $"BclCollections::IAsyncEnumerable<{Item(method)}>",
        { Response: null } => "BclTasks::Task",
        _ => $"BclTasks::Task<{Item(method)}>",
    };

    public static string Item(MethodModel method) => TypeText.Element(method.Response!);

    public static void EmitDocs(SourceWriter writer, MethodModel method, IEnumerable<ParameterModel> parameters, string? lead = null)
    {
        Docs.Summary(writer, lead is null ? method.Summary : lead + method.Summary, $"Calls {method.Rpc}.");
        Docs.Remarks(writer, Remarks(method));
        foreach (var parameter in parameters)
            Docs.Parameter(writer, parameter.Name, parameter.Summary, $"{Fallback(parameter)}");
        writer.Line("/// <param name=\"options\">What is special about this one call.</param>");
        writer.Line($"/// <param name=\"cancellationToken\">{(method.Streams ? "Ends the stream." : "Gives up the call.")}</param>");
        if (method.Mask is not null)
            writer.Line("/// <exception cref=\"TTS::FieldMaskException\">The server would refuse the mask; nothing was sent.</exception>");
        writer.Line("/// <exception cref=\"TTS::TheThingsStackException\">The server refused the call, or did not answer as it should.</exception>");
        EmitObsolete(writer, method);
    }

    /// <summary>The documentation of an overload, which is another's.</summary>
    public static void EmitSame(SourceWriter writer, MethodModel method, string overload)
    {
        writer.Line($"/// <inheritdoc cref=\"{overload}\"/>");
        EmitObsolete(writer, method);
    }

    private static void EmitObsolete(SourceWriter writer, MethodModel method)
    {
        if (method.IsDeprecated)
            writer.Line("[global::System.Obsolete(\"The server advises against this call.\")]");
    }

    private static string Fallback(ParameterModel parameter) =>
        parameter.Type.Kind == TypeKind.Mask ? "The fields to select." : parameter.WireName.Length == 0 ? "What is sent." : $"The value {parameter.WireName}.";

    private static IEnumerable<string> Remarks(MethodModel method)
    {
        yield return string.Join("<br/>", method.Bindings.Select(static b => $"<c>{Escape.Comment(b.HttpMethod + " " + b.Route)}</c>"));
        if (method.Server != "Any")
            yield return $"Answered by the {ServerName(method.Server)}.";
        if (method.Mask is { } mask)
            yield return MaskRemark(mask);
    }

    private static string MaskRemark(MaskModel mask)
    {
        var verb = mask.Writes ? "written" : "read";
        if (mask.AllowsAll)
            return $"Every path of <see cref=\"TTSApi::{mask.Message}\"/> can be {verb}.";
        if (mask.Count == 0)
            return $"No path of <see cref=\"TTSApi::{mask.Message}\"/> can be {verb}: the reference has none of those that the server accepts.";
        var fields = mask.Paths.Split(',').Select(static p => p.Split('.')[0]).Distinct().Select(static p => $"<c>{Escape.Comment(p)}</c>");
        return $"{mask.Count} paths of <see cref=\"TTSApi::{mask.Message}\"/> can be {verb}, in: {string.Join(", ", fields)}.";
    }

    /// <summary>The name in words: <c>NetworkServer</c> is <c>Network Server</c>.</summary>
    public static string ServerName(string server)
    {
        if (server == "QRCodeGenerator")
            return "QR Code Generator";
        for (var i = server.Length - 1; i > 0; i--)
        {
            if (char.IsUpper(server[i]))
                server = server.Insert(i, " ");
        }

        return server;
    }
}
