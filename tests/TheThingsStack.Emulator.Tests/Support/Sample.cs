using TheThingsStack.Emulator.Schema;

namespace TheThingsStack.Emulator.Tests.Support;

/// <summary>Requests that are right in form, for any operation.</summary>
internal static class Sample
{
    /// <summary>A path of the operation with something readable in every place.</summary>
    public static string Path(Operation operation)
    {
        var path = operation.Template.Text;
        foreach (var parameter in operation.Template.Parameters)
            path = path.Replace($"{{{parameter}}}", Value(Leaf(operation.Request, parameter)), StringComparison.Ordinal);
        return "/api/v3" + path;
    }

    private static FieldType Leaf(MessageType message, string path)
    {
        var segments = path.Split('.');
        foreach (var segment in segments[..^1])
            message = message.Field(segment)!.Value.Message!;
        return message.Field(segments[^1])!;
    }

    private static string Value(FieldType field) => field.Value.Kind switch
    {
        WireKind.String => "value1",
        WireKind.Enum => "1",
        WireKind.Hex => Uri.EscapeDataString(Convert.ToBase64String(new byte[field.Value.Bytes])),
        _ => "1",
    };
}
