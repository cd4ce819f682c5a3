using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Reading;

namespace TheThingsStack.Generators.Binding;

/// <summary>A value that a request carries, before it has a name in C#.</summary>
/// <param name="wireName">The dotted path in the request, the same in every binding.</param>
/// <param name="place">"path", "query" or "header" where the body has something else of that name; else null.</param>
internal sealed class DraftParameter(string wireName, string? place, TypeModel type)
{
    public string WireName { get; } = wireName;

    public string? Place { get; } = place;

    public TypeModel Type { get; set; } = type;

    public string Name { get; set; } = "";

    public string? Summary { get; set; }

    public bool IsRequired { get; set; }

    /// <summary>Whether a list in the query is one value with commas.</summary>
    public bool IsJoined { get; set; }

    public bool IsMask => Type.Kind == TypeKind.Mask;
}

/// <summary>One binding of an RPC, with what it carries where.</summary>
internal sealed class DraftBinding(SpecOperation operation)
{
    public SpecOperation Operation { get; } = operation;

    public List<SpecParameter> Path { get; } = [.. operation.Parameters.Where(static p => p.In == "path")];

    public IReadOnlyList<RoutePart> Route { get; } = RouteTemplate.Parse(operation.Route, operation.HasPathParameter);

    public List<DraftParameter> Query { get; } = [];

    public List<DraftParameter> Headers { get; } = [];

    public DraftParameter? WholeBody { get; set; }

    public List<DraftParameter> Body { get; } = [];

    /// <summary>Those of the body's parameters that lie in nested objects.</summary>
    public HashSet<DraftParameter> Nested { get; } = [];

    /// <summary>The members of the body where it is an object without a name of its own.</summary>
    public IReadOnlyList<SpecProperty>? BodyProperties { get; set; }

    /// <summary>What is known about them, where they are the members of a message.</summary>
    public MessageRules? BodyRules { get; set; }

    /// <summary>The message that the body is, where it is one.</summary>
    public TypeModel? BodyMessage { get; set; }

    public bool HasPath(string wireName) => Path.Exists(p => p.Name == wireName);

    public bool Carries(DraftParameter parameter) =>
        HasPath(parameter.WireName) || Query.Contains(parameter) || Headers.Contains(parameter) || Body.Contains(parameter) || WholeBody == parameter
        || Path.Exists(p => p.Name.StartsWith(parameter.WireName + ".", StringComparison.Ordinal));
}

/// <summary>A value of a route: a parameter, or what some properties lead to from there.</summary>
internal sealed class PathSource(DraftParameter parameter, IReadOnlyList<FieldModel> members)
{
    public DraftParameter Parameter { get; } = parameter;

    /// <summary>The properties that lead to the value.</summary>
    public IReadOnlyList<FieldModel> Members { get; } = members;

    public TypeModel Type => Members.Count > 0 ? Members[Members.Count - 1].Type : Parameter.Type;
}

/// <summary>The parameters of one RPC, gathered from all of its bindings by their place in the request.</summary>
internal sealed class RequestDraft
{
    private readonly Dictionary<(string WireName, string? Place), DraftParameter> _byWireName = [];

    public List<DraftParameter> Parameters { get; } = [];

    public List<DraftBinding> Bindings { get; } = [];

    public DraftParameter? Find(string wireName, string? place = null) => _byWireName.TryGetValue((wireName, place), out var parameter) ? parameter : null;

    /// <summary>What a parameter of a binding became.</summary>
    public DraftParameter? Of(SpecParameter parameter) => Find(parameter.Name, parameter.In) ?? Find(parameter.Name);

    public DraftParameter GetOrAdd(string wireName, Func<TypeModel> type, string? summary, string? place = null)
    {
        if (!_byWireName.TryGetValue((wireName, place), out var parameter))
        {
            parameter = new(wireName, place, type());
            _byWireName.Add((wireName, place), parameter);
            Parameters.Add(parameter);
        }

        parameter.Summary ??= summary;
        return parameter;
    }

    /// <summary>Where a value of the route comes from: a message that is sent as a whole, a parameter of its own, or an object above it.</summary>
    public PathSource? Find(DraftBinding binding, string wireName, TypeBinder types)
    {
        if (binding.WholeBody is { } whole && wireName.IndexOf('.') > 0 && types.Walk(whole.Type, wireName) is { } inWhole)
            return new(whole, inWhole);
        if ((Find(wireName, "path") ?? Find(wireName)) is { Type.IsPathValue: true } own)
            return new(own, []);
        for (var end = wireName.LastIndexOf('.'); end > 0; end = wireName.LastIndexOf('.', end - 1))
        {
            if (Find(wireName.Substring(0, end)) is { } holder && types.Walk(holder.Type, wireName.Substring(end + 1)) is { } members)
                return new(holder, members);
        }

        return null;
    }
}
