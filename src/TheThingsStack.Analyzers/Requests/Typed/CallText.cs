using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Masks;
using TheThingsStack.Analyzers.Requests.Bodies;
using TheThingsStack.Analyzers.Requests.Routes;

namespace TheThingsStack.Analyzers.Requests.Typed;

/// <summary>Writes the typed call that does what a request does.</summary>
internal sealed class CallText
{
    private readonly HttpRequest _request;
    private readonly Route _route;
    private readonly TypedMethod _method;
    private readonly ValueText _values;
    private readonly UrlValues _url;
    private readonly Dictionary<IParameterSymbol, Draft> _arguments = new(SymbolEqualityComparer.Default);
    private MaskValue? _mask;

    private CallText(HttpRequest request, Route route, TypedMethod method)
    {
        (_request, _route, _method) = (request, route, method);
        _values = new(request);
        _url = new(request, _values);
    }

    /// <summary>The call, without <c>await</c>; null where a part of the request has no place in it.</summary>
    public static string? Write(HttpRequest request, Route route, TypedMethod method)
    {
        var text = new CallText(request, route, method);
        return !route.Streams && request.Url.IsWhole && route.WholeBody is null
            && text.AddPath() && text.AddQuery() && text.AddBody() && text.AddCancellation()
            ? text.Write() : null;
    }

    private bool AddPath()
    {
        for (var i = 0; i < _route.Segments.Count; i++)
        {
            if (Route.IsValue(_route.Segments[i])
                && (Draft(_route.Segments[i].Trim('{', '}')) is not { } draft || _url.Segment(i, draft.Type) is not { } value || !Set(draft, value)))
                return false;
        }

        return true;
    }

    private bool AddQuery()
    {
        foreach (var part in _request.Url.Query)
        {
            if (QueryMask.IsMask(part))
                continue;
            if (!_route.Query.Contains(part.Name) || Draft(Camel(part.Name)) is not { } draft || _url.Value(part, draft.Type) is not { } value || !Set(draft, value))
                return false;
        }

        if (!QueryMask.HasMask(_request.Url))
            return true;
        return _route.TakesMaskInQuery && _method.Mask is { } mask
            && (_mask = QueryMask.Read(_request.Url, _method.Api.MessageOfMask(mask.Type)!)) is not null;
    }

    private bool AddBody()
    {
        if (_route.Body is null)
            return _request.Content is null || _request.Content.ConstantValue is { HasValue: true, Value: null };
        if (RequestBody.Read(_request) is not { Kind: JsonKind.Object } body)
            return false;
        // Without a mask the server writes nothing, and the typed call what is set.
        if (_route.TakesMaskInBody && BodyMask.Find(body) is null)
            return false;
        return body.Members.TrueForAll(AddMember);
    }

    private bool AddMember(JsonMember member)
    {
        if (member.Name == Route.Mask)
            return _method.Mask is { } mask && (_mask = BodyMask.Read(member, _method.Api.MessageOfMask(mask.Type)!)) is not null;
        if (!_route.Body!.Contains(member.Name) || Draft(Camel(member.Name)) is not { } draft)
            return false;
        return _values.Fill(member.Value, draft, draft.Type is INamedTypeSymbol message ? _method.Api.MessageOf(message) : null);
    }

    private bool AddCancellation()
    {
        if (_request.Call.Arguments.FirstOrDefault(static a => a is { ArgumentKind: Microsoft.CodeAnalysis.Operations.ArgumentKind.Explicit, Parameter.Type.Name: "CancellationToken" }) is not { } token)
            return true;
        return Draft("cancellationToken") is { } draft && Set(draft, token.Value.Syntax.ToString());
    }

    private string? Write()
    {
        if (_mask is { } written && written.Paths.Any(static path => path.Node is null))
            return null;
        var arguments = new List<string>();
        var isPositional = true;
        foreach (var parameter in _method.Plain.Parameters)
        {
            var value = SymbolEqualityComparer.Default.Equals(parameter, _method.Mask) ? Mask(parameter)
                : _arguments.TryGetValue(parameter, out var draft) ? draft.Write(_values.NameOf) : null;
            if (value is null && !parameter.IsOptional)
                return null;
            if (value is null)
                isPositional = false;
            else
                arguments.Add(isPositional ? value : $"{parameter.Name}: {value}");
        }

        return $"{_method.Display}({string.Join(", ", arguments)})";
    }

    private string? Mask(IParameterSymbol parameter)
    {
        if (_mask is not { Paths.Count: > 0 } mask)
            return parameter.IsOptional && _mask is null ? null : $"{_values.NameOf(parameter.Type)}.Empty";
        var name = char.ToLowerInvariant(mask.Message.Name.Last(char.IsUpper));
        return $"{name} => [{string.Join(", ", mask.Paths.Select(path => $"{name}.{path.Node!.PropertyPath}"))}]";
    }

    /// <summary>The draft that an argument of the table names: <c>endDevice.Ids.DeviceId</c>.</summary>
    private Draft? Draft(string argument)
    {
        var names = argument.Split('.');
        if (_method.Parameter(names[0]) is not { } parameter)
            return null;
        if (!_arguments.TryGetValue(parameter, out var draft))
            _arguments.Add(parameter, draft = new(Typed.Draft.Bare(parameter.Type)));
        return names.Skip(1).Aggregate<string, Draft?>(draft, static (above, name) => above?.Property(name));
    }

    // What the route says comes before what the body says: the server does the same.
    private static bool Set(Draft draft, string value)
    {
        draft.Text ??= value;
        return true;
    }

    private static string Camel(string name)
    {
        var words = name.Split('_');
        return words[0] + string.Concat(words.Skip(1).Select(static word => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word.Substring(1)));
    }
}
