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
        binding.Query.Select(static p => new QueryModel(p.WireName, p.Name, p.IsJoined)).ToEquatableArray(),
        Body(binding),
        binding.Headers.Select(static p => new QueryModel(p.WireName, p.Name)).ToEquatableArray());

    private static BodyModel? Body(DraftBinding binding)
    {
        if (binding.WholeBody is { } whole)
            return new(whole.Name, default);
        return binding.Operation.Body is null
            ? null
            : new(null, binding.Body.Select(p => new BodyMemberModel(p.WireName, p.Name, binding.Nested.Contains(p))).ToEquatableArray());
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

    private static PathPartModel Text(string text) => new(text, null, default, IsOptional: false, IsMultiSegment: false, IsString: false);

    private PathPartModel Value(DraftBinding binding, string template)
    {
        // "{name=**}" takes a value with slashes.
        var name = template.Split('=')[0];
        var isMultiSegment = template.IndexOf("**", StringComparison.Ordinal) >= 0;
        if (draft.Find(binding, name, types) is not { } source)
        {
            faults.Add(FaultKind.Malformed, binding.Operation.Offset, $"{binding.Operation.Route} names {{{name}}}, which is not a parameter");
            return Text("{" + name + "}");
        }

        var isOptional = source.Members.Count > 0 || !source.Parameter.IsRequired;
        return new(null, source.Parameter.Name, source.Members.Select(static m => m.Name).ToEquatableArray(), isOptional, isMultiSegment, source.Type.Kind == TypeKind.Text);
    }
}
