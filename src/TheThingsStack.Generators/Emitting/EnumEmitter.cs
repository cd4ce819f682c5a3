using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Emitting;

/// <summary>Emits open enumerations: structs with a field for each known value, which costs the compiler half of what a property does.</summary>
internal static class EnumEmitter
{
    public static SourceText Emit(EquatableArray<EnumModel> models)
    {
        var writer = SourceWriter.File(GeneratedCode.Namespace);
        foreach (var model in models)
            Emit(writer, model);
        return writer.Take();
    }

    private static void Emit(SourceWriter writer, EnumModel model)
    {
        var name = model.Name;
        Docs.Summary(writer, model.Summary, $"The enumeration {model.WireName}.");
        writer.Line("/// <remarks>A value that the reference does not have, from a newer server, is kept and written back as it was read.</remarks>");
        writer.Line(GeneratedCode.Attribute);
        writer.Line($"[BclJson::Serialization.JsonConverter(typeof(TTSJson::JsonValueConverter<TTSApi::{name}>))]");
        using (writer.Block($"public readonly partial struct {name} : TTSJson::IOpenEnum<TTSApi::{name}>, global::System.IEquatable<TTSApi::{name}>"))
        {
            writer.Line($"internal static readonly TTSJson::OpenEnumTable s_table = new({Table(model)});");
            writer.Line("internal readonly TTSJson::OpenEnumValue _value;");
            writer.Line();
            writer.Line($"private {name}(int number) => _value = new(number);");
            writer.Line();
            writer.Line("/// <summary>The value of a wire name, an alias or digits; any other text is kept as an unknown value.</summary>");
            writer.Line($"public {name}(string name) => _value = s_table.Parse(name);");
            writer.Line();
            writer.Line($"internal {name}(TTSJson::OpenEnumValue value) => _value = value;");
            writer.Line();
            foreach (var value in model.Values)
                EmitValue(writer, model, value);
            EmitMembers(writer, name);
        }

        writer.Line();
    }

    private static void EmitValue(SourceWriter writer, EnumModel model, EnumValueModel value)
    {
        Docs.Summary(writer, value.Summary, $"{value.WireName}.");
        writer.Line($"public static readonly TTSApi::{model.Name} {value.Name} = new({value.Number.ToString(CultureInfo.InvariantCulture)});");
        writer.Line();
    }

    private static void EmitMembers(SourceWriter writer, string name) => writer.Lines($$"""
        /// <summary>The wire name; for an unknown number its digits.</summary>
        public string Name => s_table.Name(_value);

        /// <summary>Whether the reference has the value.</summary>
        public bool IsKnown => s_table.IsKnown(_value);

        /// <inheritdoc/>
        public bool Equals(TTSApi::{{name}} other) => _value == other._value;

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is TTSApi::{{name}} other && Equals(other);

        /// <inheritdoc/>
        public override int GetHashCode() => _value.GetHashCode();

        /// <summary>Whether two values are the same.</summary>
        public static bool operator ==(TTSApi::{{name}} left, TTSApi::{{name}} right) => left.Equals(right);

        /// <summary>Whether two values differ.</summary>
        public static bool operator !=(TTSApi::{{name}} left, TTSApi::{{name}} right) => !left.Equals(right);

        /// <summary>The wire name.</summary>
        public override string ToString() => Name;

        string TTSHttp::IQueryValue.ToQueryString() => Name;

        static TTSApi::{{name}} TTSJson::IJsonValue<TTSApi::{{name}}>.ReadFrom(ref BclJson::Utf8JsonReader reader) => new(s_table.Read(ref reader));

        void TTSJson::IJsonValue<TTSApi::{{name}}>.WriteTo(BclJson::Utf8JsonWriter writer) => s_table.Write(writer, _value);
        """);

    private static string Table(EnumModel model)
    {
        var names = Escape.Literal(string.Join("\0", model.Values.Select(static v => v.WireName)));
        var countsFromZero = model.Values.Select(static v => v.Number).SequenceEqual(Enumerable.Range(0, model.Values.Count));
        var numbers = countsFromZero ? "null" : $"[{string.Join(", ", model.Values.Select(static v => v.Number.ToString(CultureInfo.InvariantCulture)))}]";
        var aliases = model.Aliases.Count == 0 ? "null" : Escape.Literal(string.Join("\0", model.Aliases.Select(static a => a.Text + "\0" + a.Number.ToString(CultureInfo.InvariantCulture))));
        return $"{(model.IsNumeric ? "true" : "false")}, {names}, {numbers}, {aliases}";
    }
}
