using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Reading;

/// <summary>Reads what answers an operation: of several successful answers the first that has content.</summary>
internal sealed class ResponseReader(SpecNode root, SchemaReader schemas, FaultList faults, bool isSwagger)
{
    /// <returns>False, with a fault, where the answer is no JSON.</returns>
    public bool Read(SpecOperation operation, SpecNode node)
    {
        var answers = Successes(Parts.Members(node, "responses", faults))
            .Select(member => schemas.Resolve(member.Value) is { } response ? ReadAnswer(member.Name, response, node) : null)
            .OfType<Answer>().ToList();
        var first = answers.Find(static a => a.Schema is not null);
        if (first is null && answers.Find(static a => a.OtherType is not null) is { } other)
        {
            faults.Add(FaultKind.Unsupported, other.Offset, $"{operation.Label}: an answer of type {other.OtherType}");
            return false;
        }

        if (first is null)
            return true;
        if (answers.Find(a => a.Schema is null || !IsSame(a.Schema, first.Schema!)) is { } different)
            faults.Add(FaultKind.Unsupported, different.Offset, $"{operation.Label}: answers of different form; {first.Status} is expected, {different.Status} is read as one");
        operation.Response = first.Schema == Nothing ? SpecSchema.Anything : schemas.Read(first.Schema!);
        return true;
    }

    // JSON of which nothing more is said.
    private static readonly SpecNode Nothing = new(SpecNodeKind.Object, 0);

    private static bool IsSame(SpecNode schema, SpecNode other)
    {
        var most = 1000;
        return schema.IsSame(other, ref most);
    }

    private static IEnumerable<SpecMember> Successes(SpecMember[] responses)
    {
        var successes = responses.Where(static m => m.Name.StartsWith("2", StringComparison.Ordinal)).ToList();
        return successes.Count > 0 ? successes : responses.Where(static m => m.Name == "default");
    }

    private Answer ReadAnswer(string status, SpecNode response, SpecNode operation)
    {
        if (!isSwagger)
        {
            var content = Parts.Members(response, "content", faults);
            return content.Length == 0 ? new(status, null, null, response.Offset)
                : MediaTypes.Json(content) is { } media ? new(status, media["schema"] ?? Nothing, null, response.Offset)
                : new(status, null, content[0].Name, response.Offset);
        }

        if (response["schema"] is not { } schema)
            return new(status, null, null, response.Offset);
        var types = MediaTypes.Of(root, operation, "produces");
        var isJson = types.Count == 0 || types.Exists(MediaTypes.IsJson);
        return schema.TextOf("type") == "file" ? new(status, null, "file", response.Offset)
            : isJson ? new(status, schema, null, response.Offset)
            : new(status, null, types[0], response.Offset);
    }

    private sealed class Answer(string status, SpecNode? schema, string? otherType, int offset)
    {
        public string Status { get; } = status;

        /// <summary>The schema of its JSON; null where it has none.</summary>
        public SpecNode? Schema { get; } = schema;

        /// <summary>The type of its content where that is not JSON.</summary>
        public string? OtherType { get; } = otherType;

        public int Offset { get; } = offset;
    }
}
