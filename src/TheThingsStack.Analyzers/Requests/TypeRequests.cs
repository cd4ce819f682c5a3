using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Flow;
using TheThingsStack.Analyzers.Requests.Routes;

namespace TheThingsStack.Analyzers.Requests;

/// <summary>The requests of one type, gathered from all its parts, because a client that is held in a field may be set up anywhere in it.</summary>
internal sealed class TypeRequests(INamedTypeSymbol type, HttpSymbols http, Lazy<RouteTable> table, ApiProof proof)
{
    private readonly ConcurrentBag<IInvocationOperation> _calls = [];
    private readonly ConcurrentBag<IFieldReferenceOperation> _fields = [];

    // What nested types do with a field is gathered with them, not here.
    private readonly bool _hasNestedTypes = type.GetTypeMembers().Length > 0;
    private readonly bool _hasField = type.GetMembers().OfType<IFieldSymbol>().Any(field => IsOfHttp(field, http));

    public void Add(Body body)
    {
        foreach (var call in body.Invocations)
        {
            if (RequestReader.Sends(call.TargetMethod, http))
                _calls.Add(call);
        }

        if (!_hasField)
            return;
        foreach (var reference in body.Fields)
        {
            if (IsWatched(reference.Field))
                _fields.Add(reference);
        }
    }

    /// <summary>The requests that go to the API, in the order in which they are written.</summary>
    public IReadOnlyList<HttpRequest> Read()
    {
        if (_calls.IsEmpty)
            return [];
        var reader = new RequestReader(http, UsesOf);
        var requests = new List<HttpRequest>();
        foreach (var call in _calls.OrderBy(static c => c.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static c => c.Syntax.SpanStart))
        {
            if (reader.Read(call) is not { } request)
                continue;
            request.Routes = [.. table.Value.Match(request.Url.Path).Where(route => request.Verb is null || route.Verb == request.Verb)];
            if (request.Routes.Count > 0 && proof.IsApi(request))
                requests.Add(request);
        }

        return requests;
    }

    private IReadOnlyList<IFieldReferenceOperation>? UsesOf(IFieldSymbol field) =>
        IsWatched(field) ? [.. _fields.Where(use => SymbolEqualityComparer.Default.Equals(use.Field, field))] : null;

    private bool IsWatched(IFieldSymbol field) =>
        !_hasNestedTypes && IsOfHttp(field, http) && SymbolEqualityComparer.Default.Equals(field.ContainingType, type);

    private static bool IsOfHttp(IFieldSymbol field, HttpSymbols http) =>
        field is { DeclaredAccessibility: Accessibility.Private, IsImplicitlyDeclared: false } && (http.IsClient(field.Type) || http.IsMessage(field.Type));
}
