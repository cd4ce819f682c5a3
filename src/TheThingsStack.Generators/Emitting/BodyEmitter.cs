using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Emitting;

/// <summary>Emits the writing of a request's body.</summary>
internal static class BodyEmitter
{
    public static void Emit(SourceWriter writer, MethodModel method, BodyModel body)
    {
        if (body.Whole is { } whole)
        {
            EmitWhole(writer, method.Parameters.First(p => p.Name == whole));
            return;
        }

        writer.Line("var json = new TTSHttp::JsonBody();");
        writer.Line("json.Writer.WriteStartObject();");
        EmitMembers(writer, method, [.. body.Members.Select(static m => (m.WireName, m.Parameter))]);
        writer.Line("json.Writer.WriteEndObject();");
        writer.Line("call.Body = json;");
    }

    private static void EmitWhole(SourceWriter writer, ParameterModel parameter)
    {
        if (parameter.Type.Kind is TypeKind.Message or TypeKind.Any or TypeKind.Enum or TypeKind.Domain)
        {
            writer.Line($"call.Body = TTSHttp::JsonBody.Of({parameter.Name});");
            return;
        }

        writer.Line("var json = new TTSHttp::JsonBody();");
        writer.Line($"TTSHttp::ApiResults.Write<{TypeText.Element(parameter.Type)}, {TypeText.Codec(parameter.Type)}>(json.Writer, {parameter.Name});");
        writer.Line("call.Body = json;");
    }

    // Members with dots in their names lie in nested objects, which are written only if something is in them.
    private static void EmitMembers(SourceWriter writer, MethodModel method, List<(string Path, string Parameter)> members, bool isInNested = false)
    {
        foreach (var group in members.GroupBy(static m => m.Path.Split('.')[0]))
        {
            var nested = group.Where(m => m.Path.Length > group.Key.Length).Select(m => (Path: m.Path.Substring(group.Key.Length + 1), m.Parameter)).ToList();
            foreach (var (_, parameter) in group.Where(m => m.Path.Length == group.Key.Length))
                writer.Line(TypeText.Write(method.Parameters.First(p => p.Name == parameter).Type, "json.Writer", group.Key, parameter));
            if (nested.Count == 0)
                continue;
            if (isInNested && nested.Count == members.Count)
            {
                EmitNested(writer, method, group.Key, nested);
                continue;
            }

            using (writer.Block($"if ({string.Join(" || ", nested.Select(static n => $"{n.Parameter} is not null"))})"))
                EmitNested(writer, method, group.Key, nested);
        }
    }

    private static void EmitNested(SourceWriter writer, MethodModel method, string name, List<(string Path, string Parameter)> members)
    {
        writer.Line($"json.Writer.WriteStartObject({Escape.Utf8(name)});");
        EmitMembers(writer, method, members, isInNested: true);
        writer.Line("json.Writer.WriteEndObject();");
    }
}
