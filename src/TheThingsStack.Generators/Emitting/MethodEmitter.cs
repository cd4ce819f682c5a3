using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Emitting;

/// <summary>Emits the method of an RPC. Of several routes it takes the first that needs nothing that is missing and leaves out nothing that was given.</summary>
internal static class MethodEmitter
{
    private static readonly int[] First = [0];

    public static void Emit(SourceWriter writer, MethodModel method)
    {
        writer.Line();
        Signature.EmitDocs(writer, method, method.Parameters);
        using (writer.Block($"public {Signature.Returns(method)} {method.Name}Async({Signature.Parameters(method.Parameters)})"))
        {
            foreach (var parameter in method.Parameters.Where(static p => p.IsRequired && p.Type is { IsValueType: false, Kind: not TypeKind.Text }))
                writer.Line($"global::System.ArgumentNullException.ThrowIfNull({parameter.Name});");
            if (method.Mask is not null)
                MaskRuleEmitter.EmitCheck(writer, method);
            var isGuarded = true;
            foreach (var i in Reached(method))
            {
                var conditions = Conditions(method, i).ToList();
                isGuarded = conditions.Count > 0;
                if (isGuarded)
                    EmitBlock(writer, method, i, $"if ({string.Join(" && ", conditions)})");
                else if (i > 0)
                    EmitBlock(writer, method, i, "else");
                else
                    EmitCall(writer, method, i);
            }

            if (isGuarded)
                writer.Line($"throw TTSHttp::ApiArguments.NoRoute({Escape.Literal(method.Rpc)}, {Escape.Literal(Routes(method))});");
        }
    }

    /// <summary>The bindings that a call can take: one is never reached after another that asks for the same, or for nothing.</summary>
    public static IReadOnlyList<int> Reached(MethodModel method)
    {
        if (method.Bindings.Count == 1)
            return First;
        var reached = new List<int>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < method.Bindings.Count && !seen.Contains(""); i++)
        {
            var asked = Optional(method.Bindings[i]).Select(static v => Access(v.Value)).Concat(Absent(method, i).Select(static p => p + " is null"));
            if (seen.Add(string.Join("; ", asked)))
                reached.Add(i);
        }

        return reached;
    }

    private static void EmitBlock(SourceWriter writer, MethodModel method, int index, string head)
    {
        using (writer.Block(head))
            EmitCall(writer, method, index);
    }

    private static IEnumerable<string> Conditions(MethodModel method, int index) =>
        Optional(method.Bindings[index]).Select(v => $"{Access(v.Value)} is {{ {(v.Value.IsString ? "Length: > 0 " : "")}}} {Local(index, v.Place)}")
            .Concat(Absent(method, index).Select(static p => p + " is null"));

    private static IEnumerable<(PathPartModel Value, int Place)> Optional(BindingModel binding) =>
        Values(binding).Select(static (value, place) => (value, place)).Where(static v => v.value.IsOptional);

    private static IEnumerable<string> Absent(MethodModel method, int index) =>
        method.Parameters.Where(p => !p.IsRequired && !Carries(method.Bindings[index], p)).Select(static p => p.Name);

    // No parameter is ever named so: an underscore is left only between digits.
    private static string Local(int binding, int value) => $"path_{binding}_{value}";

    private static IEnumerable<PathPartModel> Values(BindingModel binding) => binding.Path.Where(static p => p.Parameter is not null);

    private static string Access(PathPartModel value) => string.Join("?.", new[] { value.Parameter! }.Concat(value.Members));

    private static bool Carries(BindingModel binding, ParameterModel parameter) =>
        binding.Path.Any(p => p.Parameter == parameter.Name)
        || binding.Query.Any(q => q.Parameter == parameter.Name)
        || binding.Headers.Any(h => h.Parameter == parameter.Name)
        || (binding.Body is { } body && (body.Whole == parameter.Name || body.Members.Any(m => m.Parameter == parameter.Name)));

    private static void EmitCall(SourceWriter writer, MethodModel method, int index)
    {
        var binding = method.Bindings[index];
        writer.Line($"var call = new TTSHttp::ApiRequest({ServiceEmitter.BindingName(method, index)}, $\"{Route(binding, index)}\");");
        foreach (var query in binding.Query)
            writer.Line($"call.Query({Escape.Literal(query.WireName)}, {(query.IsJoined ? Joined(query.Parameter) : query.Parameter)});");
        foreach (var header in binding.Headers)
            writer.Line($"call.Header({Escape.Literal(header.WireName)}, {header.Parameter});");
        if (binding.Body is { } body)
            BodyEmitter.Emit(writer, method, body);
        EmitSend(writer, method);
    }

    private static string Joined(string list) => $"{list} is {{ Count: > 0 }} ? string.Join(',', {list}) : null";

    private static string Route(BindingModel binding, int index)
    {
        var value = 0;
        return string.Concat(binding.Path.Select(part =>
        {
            if (part.Text is not null)
                return Escape.Interpolated(part.Text);
            var name = part.IsOptional ? Local(index, value) : part.Parameter!;
            value++;
            return part.IsMultiSegment ? $"{{{name}:*}}" : $"{{{name}}}";
        }));
    }

    private static void EmitSend(SourceWriter writer, MethodModel method)
    {
        const string Arguments = "(call, options, cancellationToken)";
        if (method.Response is not { } response)
            writer.Line($"return _connection.SendAsync{Arguments};");
        else if (response.Kind is TypeKind.Message or TypeKind.Any or TypeKind.Enum or TypeKind.Domain)
            writer.Line($"return _connection.{(method.Streams ? "Stream" : "Send")}Async<{TypeText.Of(response)}>{Arguments};");
        else
            writer.Line($"return TTSHttp::ApiResults.{(method.Streams ? "Stream" : "Send")}Async<{Signature.Item(method)}, {TypeText.Codec(response)}>(_connection, call, options, cancellationToken);");
    }

    private static string Routes(MethodModel method) => string.Join("\n", method.Bindings.Select(binding =>
        $"{binding.HttpMethod} {binding.Route}: {string.Join(", ", Values(binding).Select(static v => string.Join(".", new[] { v.Parameter! }.Concat(v.Members))).DefaultIfEmpty("none"))}"));
}
