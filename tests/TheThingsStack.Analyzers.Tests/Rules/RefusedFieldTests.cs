using System.Reflection;
using System.Text.Json.Nodes;
using TheThingsStack.Json;
using TheThingsStack.V3;

namespace TheThingsStack.Analyzers.Tests.Rules;

/// <summary>What the compiler says of an update without a mask is what the client does when the program runs: tried on the fields of an end device.</summary>
public class RefusedFieldTests
{
    private const int Depth = 3;

    [Fact]
    public Task IdentityServer_EachField_IsFlaggedWhereTheClientRefusesIt() => Agree("EndDeviceRegistry.UpdateAsync", EndDeviceRegistryClient.Update.Rule);

    [Fact]
    public Task NetworkServer_EachField_IsFlaggedWhereTheClientRefusesIt() => Agree("NsEndDeviceRegistry.SetAsync", NsEndDeviceRegistryClient.Set.Rule);

    private static async Task Agree(string method, FieldMaskRule<EndDevice> rule)
    {
        PropertyInfo[][] fields = [.. Fields(typeof(EndDevice), [])];
        Assert.InRange(fields.Length, 200, 2000);
        var program = Verify.Around(string.Join("\n", fields.Select(field => $"await stack.{method}(new EndDevice {{ {Text(field)} }});")));
        var compilation = UserProject.Compile(program);
        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Take(3));
        var first = Array.FindIndex(program.Split('\n'), static line => line.Contains("await stack", StringComparison.Ordinal));
        var flagged = (await UserProject.Analyze(compilation)).Where(static d => d.Id == "TTS2102").Select(d => d.Location.GetLineSpan().StartLinePosition.Line - first).ToHashSet();
        Assert.Equal(fields.Where(field => IsRefused(rule, field)).Select(Text), fields.Where((_, i) => flagged.Contains(i)).Select(Text));
    }

    /// <summary>Every field down to some depth, by the properties that lead to it; a message without its fields stands where the depth ends.</summary>
    private static IEnumerable<PropertyInfo[]> Fields(Type message, PropertyInfo[] above)
    {
        foreach (var property in message.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static p => p.SetMethod is not null))
        {
            PropertyInfo[] field = [.. above, property];
            if (!IsMessage(property.PropertyType) || field.Length == Depth)
                yield return field;
            else
            {
                foreach (var below in Fields(property.PropertyType, field))
                    yield return below;
            }
        }
    }

    private static bool IsMessage(Type type) => type.GetInterfaces().Any(static i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IMessage<>));

    private static string Text(PropertyInfo[] field) =>
        field.Reverse().Aggregate("", static (inner, property) => $"{property.Name} = {(inner.Length > 0 ? $"new() {{ {inner} }}" : Value(property.PropertyType))}");

    private static string Value(Type type) =>
        type == typeof(string) ? "\"x\""
        : Nullable.GetUnderlyingType(type) is { } value ? $"default(global::{value.FullName})"
        : type.IsArray || typeof(System.Collections.IEnumerable).IsAssignableFrom(type) && type.IsGenericType ? "[]"
        : "new()";

    private static bool IsRefused(FieldMaskRule<EndDevice> rule, PropertyInfo[] field)
    {
        var device = new EndDevice();
        object message = device;
        foreach (var property in field)
        {
            var value = Make(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
            property.SetValue(message, value);
            message = value;
        }

        // That nothing is left to write is no fault of the field.
        return Record.Exception(() => rule.CheckWrite(null, device)) is FieldMaskException refusal && refusal.Paths.Any(static path => path.Path.Length > 0);
    }

    private static object Make(Type type) =>
        type == typeof(string) ? "x"
        : type == typeof(JsonObject) ? new JsonObject()
        : type.IsArray ? Array.CreateInstance(type.GetElementType()!, 0)
        : Activator.CreateInstance(type)!;
}
