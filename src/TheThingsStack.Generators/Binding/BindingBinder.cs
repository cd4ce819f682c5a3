using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Reading;

namespace TheThingsStack.Generators.Binding;

/// <summary>Makes the routes of one RPC, the most specific first: that is the order in which a call tries them.</summary>
internal sealed class BindingBinder(RequestDraft draft, TypeBinder types)
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

    private IEnumerable<PathPartModel> Path(DraftBinding binding) => binding.Route.Select(part => part.IsValue ? Value(binding, part) : Text(part.Text));

    private static PathPartModel Text(string text) => new(text, null, default, IsOptional: false, IsMultiSegment: false, IsString: false);

    private PathPartModel Value(DraftBinding binding, RoutePart part)
    {
        // The request was made so that each value of the route has a source.
        var source = draft.Find(binding, part.Text, types)!;
        var isOptional = source.Members.Count > 0 || !source.Parameter.IsRequired;
        var isMultiSegment = part.IsMultiSegment && source.Type.Kind == TypeKind.Text;
        return new(null, source.Parameter.Name, source.Members.Select(static m => m.Name).ToEquatableArray(), isOptional, isMultiSegment, source.Type.Kind == TypeKind.Text);
    }
}
