using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Emitting;

/// <summary>Emits messages: their properties, and how they are read and written.</summary>
internal static class MessageEmitter
{
    public static SourceText Emit(EquatableArray<MessageModel> messages)
    {
        var writer = SourceWriter.File(GeneratedCode.Namespace, usesPaths: messages.Any(static m => m.IsMaskTarget));
        foreach (var message in messages)
            Emit(writer, message);
        return writer.Take();
    }

    private static void Emit(SourceWriter writer, MessageModel message)
    {
        Docs.Summary(writer, message.Summary, $"The message {message.WireName}.");
        writer.Line(GeneratedCode.Attribute);
        writer.Line($"[BclJson::Serialization.JsonConverter(typeof(TTSJson::JsonValueConverter<TTSApi::{message.Name}>))]");
        using (writer.Block($"public sealed partial class {message.Name} : {Bases(message)}"))
        {
            foreach (var field in message.Fields)
                EmitProperty(writer, message, field);
            foreach (var oneof in message.Oneofs)
                EmitOneof(writer, oneof);
            if (message.IsMaskTarget)
                EmitPaths(writer, message);
            if (message.IsUnion || message.IsTextIdentifier)
                EmitConversions(writer, message);
            EmitDescription(writer, message);
            EmitRead(writer, message);
            EmitWrite(writer, message);
        }

        writer.Line();
    }

    private static string Bases(MessageModel message) =>
        $"TTSJson::Message<TTSApi::{message.Name}>" + (message.IsMaskTarget ? $", TTS::IFieldMaskTarget<TTSApi::{message.Name}>" : "");

    private static void EmitProperty(SourceWriter writer, MessageModel message, FieldModel field)
    {
        Docs.Summary(writer, field.Summary, $"The field {field.WireName} of {message.WireName}.");
        var oneof = message.OneofOf(field);
        if (oneof is not null)
            writer.Line($"/// <remarks>Excludes the other members of the oneof {Escape.Comment(oneof.WireName)}; see <see cref=\"{oneof.Name}Case\"/>.</remarks>");
        if (field.IsDeprecated)
            writer.Line("[global::System.Obsolete(\"The server advises against this field.\")]");
        writer.Line($"public {TypeText.Of(field.Type)}? {field.Name} {{ get; set; }}");
        writer.Line();
    }

    private static void EmitOneof(SourceWriter writer, OneofModel oneof)
    {
        writer.Line($"/// <summary>Which member of the oneof {Escape.Comment(oneof.WireName)} is set; the first where several are, which is refused when the message is written.</summary>");
        writer.Line($"public {oneof.Name}OneofCase {oneof.Name}Case =>");
        foreach (var member in oneof.Members)
            writer.Line($"    this.{member} is not null ? {oneof.Name}OneofCase.{member} :");
        writer.Line($"    {oneof.Name}OneofCase.None;");
        writer.Line();
        writer.Line($"/// <summary>The members of the oneof {Escape.Comment(oneof.WireName)}.</summary>");
        using (writer.Block($"public enum {oneof.Name}OneofCase"))
        {
            writer.Line("/// <summary>No member is set.</summary>");
            writer.Line("None,");
            foreach (var member in oneof.Members)
            {
                writer.Line($"/// <summary>The member {member}.</summary>");
                writer.Line($"{member},");
            }
        }

        writer.Line();
    }

    private static void EmitPaths(SourceWriter writer, MessageModel message)
    {
        writer.Line($"/// <summary>The paths of a mask: <c>FieldMask&lt;{message.Name}&gt; mask = [{message.Name}.Paths.…];</c></summary>");
        writer.Line($"public static TTSPaths::{message.Name}Paths Paths => default;");
        writer.Line();
        writer.Line($"static TTS::FieldPathTree TTS::IFieldMaskTarget<TTSApi::{message.Name}>.FieldPaths => TTSPaths::{message.Name}Tree.Value;");
        writer.Line();
    }

    private static void EmitConversions(SourceWriter writer, MessageModel message)
    {
        foreach (var field in message.Fields)
        {
            writer.Line($"/// <summary>The message with its member {field.Name} set.</summary>");
            writer.Line($"public static implicit operator TTSApi::{message.Name}({TypeText.Of(field.Type)} value) => new() {{ {field.Name} = value }};");
            writer.Line();
        }
    }

    private static void EmitDescription(SourceWriter writer, MessageModel message)
    {
        var names = Escape.Literal(string.Join("\0", message.Fields.Select(static f => f.WireName)));
        var fullName = message.FullName is null ? "" : $", {Escape.Literal(message.FullName)}";
        writer.Line($"private static readonly TTSJson::PropertyTable s_members = new({names}{fullName});");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line("protected override TTSJson::PropertyTable DescribeMembers() => s_members;");
        writer.Line();
    }

    private static void EmitRead(SourceWriter writer, MessageModel message)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Block("protected override void ReadMember(ref BclJson::Utf8JsonReader reader, int index)"))
        {
            if (message.Fields.Count > 0)
                EmitReadFields(writer, message);
        }

        writer.Line();
    }

    private static void EmitReadFields(SourceWriter writer, MessageModel message)
    {
        using (writer.Block("switch (index)"))
        {
            for (var i = 0; i < message.Fields.Count; i++)
                EmitReadField(writer, i, message.Fields[i]);
        }
    }

    private static void EmitReadField(SourceWriter writer, int place, FieldModel field)
    {
        if (field.Type.Kind == TypeKind.Message)
            writer.Line($"case {place}: TTSJson::JsonRead.Message(ref reader, this.{field.Name} = new()); break;");
        else if (field.Type.Kind == TypeKind.Enum)
            writer.Line($"case {place}: this.{field.Name} = new({TypeText.Of(field.Type)}.s_table.Read(ref reader)); break;");
        else
            writer.Line($"case {place}: this.{field.Name} = TTSJson::JsonRead.{TypeText.Reader(field.Type)}(ref reader); break;");
    }

    private static void EmitWrite(SourceWriter writer, MessageModel message)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Block("protected override void WriteMembers(TTSJson::MessageWriter writer)"))
        {
            foreach (var oneof in message.Oneofs.Where(static o => o.Members.Count > 1))
            {
                var set = string.Join(" + ", oneof.Members.Select(static m => $"(this.{m} is null ? 0 : 1)"));
                writer.Line($"TTSJson::Oneof.AtMostOne({Escape.Literal(message.WireName + "." + oneof.WireName)}, {set});");
            }

            for (var i = 0; i < message.Fields.Count; i++)
                EmitWriteField(writer, i, message.Fields[i]);
        }
    }

    private static void EmitWriteField(SourceWriter writer, int place, FieldModel field)
    {
        if (field.Type.Kind == TypeKind.Enum)
            writer.Line($"writer.Enum({place}, this.{field.Name}?._value, {TypeText.Of(field.Type)}.s_table);");
        else
            writer.Line($"writer.{TypeText.MemberWriter(field.Type)}({place}, this.{field.Name});");
    }
}
