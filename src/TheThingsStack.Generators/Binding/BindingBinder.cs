using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Reading;

namespace TheThingsStack.Generators.Binding;

/// <summary>Makes the routes of one RPC, the most specific first: that is the order in which a call tries them.</summary>
internal sealed class BindingBinder(RequestDraft draft, TypeBinder types, FaultList faults)
{
    public IEnumerable<BindingModel> Bind() =>
        draft.Bindings.OrderByDescending(static b => b.Path.Count).Select(Bind);

    private BindingModel Bind(DraftBinding binding) => new(
        binding.Operation.HttpMethod,
        binding.Operation.Route,
        Path(binding).ToEquatableArray(),
        binding.Query.Select(static p => new QueryModel(p.WireName, p.Name)).ToEquatableArray(),
        Body(binding),
        binding.Headers.Select(static p => new QueryModel(p.WireName, p.Name)).ToEquatableArray());

    private static BodyModel? Body(DraftBinding binding)
    {
        if (binding.WholeBody is { } whole)
            return new(whole.Name, default);
        return binding.Operation.Body is null
            ? null
            : new(null, binding.Body.Select(static p => new BodyMemberModel(p.WireName, p.Name)).ToEquatableArray());
    }

    private IEnumerable<PathPartModel> Path(DraftBinding binding)
    {
        var route = binding.Operation.Route;
        var start = 0;
        for (var open = route.IndexOf('{'); open >= 0; open = route.IndexOf('{', start))
        {
            var close = route.IndexOf('}', open);
            if (close < 0)
                break;
            if (open > start)
                yield return Text(route.Substring(start, open - start));
            yield return Value(binding, route.Substring(open + 1, close - open - 1));
            start = close + 1;
        }

        if (start < route.Length)
            yield return Text(route.Substring(start));
    }

    private static PathPartModel Text(string text) => new(text, null, default, IsOptional: false, IsMultiSegment: false);

    private PathPartModel Value(DraftBinding binding, string template)
    {
        // "{name=**}" takes a value with slashes.
        var name = template.Split('=')[0];
        var isMultiSegment = template.IndexOf("**", StringComparison.Ordinal) >= 0;
        if (binding.WholeBody is { } whole && name.IndexOf('.') > 0)
            return new(null, whole.Name, Members(whole.Type, name), IsOptional: true, isMultiSegment);
        if (draft.Holder(name) is not { } holder)
        {
            faults.Add(FaultKind.Malformed, binding.Operation.Offset, $"{binding.Operation.Route} names {{{name}}}, which is not a parameter");
            return Text("{" + name + "}");
        }

        return holder.WireName == name
            ? new(null, holder.Name, default, !holder.IsRequired, isMultiSegment)
            : new(null, holder.Name, Members(holder.Type, name.Substring(holder.WireName.Length + 1)), IsOptional: true, isMultiSegment);
    }

    /// <summary>The properties that lead from a message to a value in it.</summary>
    private EquatableArray<string> Members(TypeModel type, string path)
    {
        var members = new List<string>();
        foreach (var segment in path.Split('.'))
        {
            if (types.Field(type, segment) is not { } field)
                break;
            members.Add(field.Name);
            type = field.Type;
        }

        return members.ToEquatableArray();
    }
}
