using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Flow;
using TheThingsStack.Analyzers.Requests.Routes;

namespace TheThingsStack.Analyzers.Requests.Typed;

/// <summary>The generated client, and where one is at hand.</summary>
internal sealed class TypedClient(ApiSymbols api, INamedTypeSymbol type)
{
    public static TypedClient? Of(ApiSymbols? api) =>
        api?.Compilation.GetTypeByMetadataName(RouteTable.ClientName) is { } type ? new(api, type) : null;

    /// <summary>The method for a route, on a client that a call can use; null where there is none.</summary>
    public TypedMethod? Find(Route route, IInvocationOperation call)
    {
        var service = type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => string.Equals(property.Name, route.Rpc.Service, StringComparison.OrdinalIgnoreCase));
        var methods = service?.Type.GetMembers(route.Rpc.TypedMethod + "Async").OfType<IMethodSymbol>().ToList();
        return methods is { Count: > 0 } && InScope(call) is { } client ? new(api, client.Name, service!.Name, methods) : null;
    }

    private ISymbol? InScope(IOperation call)
    {
        var position = call.Syntax.SpanStart;
        var model = call.SemanticModel!;
        var enclosing = model.GetEnclosingSymbol(position);
        return Candidates(call, enclosing).FirstOrDefault(candidate =>
            model.LookupSymbols(position, name: candidate.Name).Contains(candidate, SymbolEqualityComparer.Default)
            && (candidate is not ILocalSymbol || candidate.Locations[0].SourceSpan.End < position)
            && (candidate is ILocalSymbol or IParameterSymbol || candidate.IsStatic || enclosing is not { IsStatic: true }));
    }

    /// <summary>The variables and members around a call that hold a client. To ask for everything in scope would take long.</summary>
    private IEnumerable<ISymbol> Candidates(IOperation call, ISymbol? enclosing)
    {
        var locals = Locals.Root(call).Descendants().OfType<IVariableDeclaratorOperation>().Select(static declarator => (ISymbol)declarator.Symbol);
        var parameters = Around(enclosing).OfType<IMethodSymbol>().SelectMany(static method => method.Parameters);
        var members = Around(enclosing).OfType<INamedTypeSymbol>().SelectMany(static type => Bases(type)).SelectMany(static type => type.GetMembers())
            .Concat(Around(enclosing).OfType<INamedTypeSymbol>().SelectMany(static type => type.InstanceConstructors).SelectMany(static constructor => constructor.Parameters));
        return locals.Concat(parameters).Concat(members).Where(symbol => SymbolEqualityComparer.Default.Equals(Type(symbol), type));
    }

    private static IEnumerable<ISymbol> Around(ISymbol? symbol)
    {
        for (; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
            yield return symbol;
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
            yield return current;
    }

    private static ITypeSymbol? Type(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol { GetMethod: not null } property => property.Type,
        _ => null,
    };
}

/// <summary>The method of the client that makes the call of a route, in its overloads.</summary>
/// <param name="Api">The runtime library.</param>
/// <param name="Client">The name of the client at hand.</param>
/// <param name="Service">The property of the client.</param>
/// <param name="Overloads">With the mask as a value, and as a lambda.</param>
internal sealed record TypedMethod(ApiSymbols Api, string Client, string Service, IReadOnlyList<IMethodSymbol> Overloads)
{
    public string Display => $"{Client}.{Service}.{Overloads[0].Name}";

    /// <summary>The overload that takes the mask as a value, or takes none.</summary>
    public IMethodSymbol Plain => Overloads.FirstOrDefault(static method => !method.Parameters.Any(static p => p.Type.Name == "Func")) ?? Overloads[0];

    /// <summary>What the call returns; null for nothing.</summary>
    public ITypeSymbol? Result => Plain.ReturnType is INamedTypeSymbol { Name: "Task", TypeArguments: [var result] } ? result : null;

    public IParameterSymbol? Mask => Plain.Parameters.FirstOrDefault(parameter => Api.MessageOfMask(parameter.Type) is not null);

    public IParameterSymbol? Parameter(string name) => Plain.Parameters.FirstOrDefault(parameter => parameter.Name == name);
}
