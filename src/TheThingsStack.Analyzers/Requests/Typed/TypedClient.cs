using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Flow;
using TheThingsStack.Analyzers.Requests.Routes;

namespace TheThingsStack.Analyzers.Requests.Typed;

/// <summary>The generated client, and where one is at hand.</summary>
internal sealed class TypedClient(ApiSymbols api, INamedTypeSymbol type)
{
    private readonly ConcurrentDictionary<Rpc, (string Service, IReadOnlyList<IMethodSymbol> Overloads)?> _methods = [];
    private readonly ConcurrentDictionary<INamedTypeSymbol, IReadOnlyList<ISymbol>> _members = new(SymbolEqualityComparer.Default);

    public static TypedClient? Of(ApiSymbols? api) =>
        api?.Compilation.GetTypeByMetadataName(RouteTable.ClientName) is { } type ? new(api, type) : null;

    /// <summary>The method for a route, on a client that a call can use; null where there is none.</summary>
    public TypedMethod? Find(Route route, IInvocationOperation call) =>
        _methods.GetOrAdd(route.Rpc, MethodsOf) is not null && InScope(call) is { } client ? Find(route, client.Name) : null;

    /// <summary>The method for a route, on a client of a name; null where there is none.</summary>
    public TypedMethod? Find(Route route, string client) =>
        _methods.GetOrAdd(route.Rpc, MethodsOf) is { } methods ? new(api, client, methods.Service, methods.Overloads) : null;

    private (string Service, IReadOnlyList<IMethodSymbol> Overloads)? MethodsOf(Rpc rpc)
    {
        var service = type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => string.Equals(property.Name, rpc.Service, StringComparison.OrdinalIgnoreCase));
        var methods = service?.Type.GetMembers(rpc.TypedMethod + "Async").OfType<IMethodSymbol>().ToList();
        return methods is { Count: > 0 } ? (service!.Name, methods) : null;
    }

    /// <summary>The nearest client that can be named at a call. The fix has the compiler check what it writes: here that would take too long.</summary>
    private ISymbol? InScope(IOperation call)
    {
        var locals = Body.Of(call).Locals;
        if (locals.Keys.FirstOrDefault(local => IsClient(local) && local.Locations[0].SourceSpan.End < call.Syntax.SpanStart && CanBeNamed(local, call)) is { } nearest)
            return nearest;
        var onlyStatic = false;
        for (var around = call.SemanticModel!.GetEnclosingSymbol(call.Syntax.SpanStart); around is not null and not INamespaceSymbol; around = around.ContainingSymbol)
        {
            var isHidden = onlyStatic || around is INamedTypeSymbol && around.IsStatic;
            if (Held(around).FirstOrDefault(held => (held.IsStatic || !isHidden) && (locals.Keys.All(local => local.Name != held.Name) || CanBeNamed(held, call))) is { } found)
                return found;
            onlyStatic |= around is INamedTypeSymbol or IMethodSymbol { IsStatic: true };
        }

        return null;
    }

    private static bool CanBeNamed(ISymbol symbol, IOperation call) =>
        call.SemanticModel!.LookupSymbols(call.Syntax.SpanStart, name: symbol.Name).Contains(symbol, SymbolEqualityComparer.Default);

    /// <summary>The clients that a function is given, or that a type holds.</summary>
    private IEnumerable<ISymbol> Held(ISymbol around) => around switch
    {
        IMethodSymbol method => method.Parameters.Where(IsClient),
        INamedTypeSymbol type => _members.GetOrAdd(type, MembersOf),
        _ => [],
    };

    /// <summary>The members of a type and of those below it, and the parameters of its primary constructor, that hold a client. The field behind such a parameter has no name.</summary>
    private IReadOnlyList<ISymbol> MembersOf(INamedTypeSymbol around)
    {
        var members = new List<ISymbol>();
        for (INamedTypeSymbol? current = around; current is not null; current = current.BaseType)
            members.AddRange(current.GetMembers().Where(member => member.CanBeReferencedByName && IsClient(member) && api.Compilation.IsSymbolAccessibleWithin(member, around)));
        return [.. members, .. around.InstanceConstructors.Where(IsPrimary).SelectMany(static constructor => constructor.Parameters).Where(IsClient)];
    }

    private static bool IsPrimary(IMethodSymbol constructor) => constructor.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() is TypeDeclarationSyntax;

    private bool IsClient(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(Type(symbol), type);

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
