using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Api;

/// <summary>The runtime library and the generated client as a compilation sees them, in its own code or in a project that it refers to.</summary>
internal sealed class ApiSymbols
{
    private const string Namespace = "TheThingsStack.";
    private static readonly string[] AllPages = ["AllPages", "All"];

    private readonly ConcurrentDictionary<INamedTypeSymbol, PathNode?> _messages = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, PathNode?> _builders = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _assemblies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, RpcCall?> _calls = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _texts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, RpcRule?> _rules = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamespaceSymbol, IReadOnlyList<RpcRule>> _clients = new(SymbolEqualityComparer.Default);

    // Made once: what is looked up is there, as a rule.
    private readonly Func<INamedTypeSymbol, PathNode?> _readMessage;
    private readonly Func<INamedTypeSymbol, PathNode?> _readBuilder;
    private readonly Func<IAssemblySymbol, bool> _refersToLibrary;
    private readonly Func<IMethodSymbol, RpcCall?> _readCall;
    private readonly INamedTypeSymbol _rpcAttribute;
    private readonly INamedTypeSymbol _rpcsAttribute;
    private readonly INamedTypeSymbol _namesAttribute;

    private ApiSymbols(Compilation compilation, INamedTypeSymbol mask, INamedTypeSymbol path, INamedTypeSymbol rpc, INamedTypeSymbol rpcs, INamedTypeSymbol names)
    {
        Compilation = compilation;
        Mask = mask;
        Path = path;
        MaskFactory = compilation.GetTypeByMetadataName(Namespace + "FieldMask");
        (_rpcAttribute, _rpcsAttribute, _namesAttribute) = (rpc, rpcs, names);
        _readMessage = type => SymbolPaths.Of(type, names);
        (_readBuilder, _refersToLibrary, _readCall) = (ReadBuilder, RefersToLibrary, ReadCall);
    }

    public Compilation Compilation { get; }

    /// <summary><c>FieldMask&lt;T&gt;</c>, unbound.</summary>
    public INamedTypeSymbol Mask { get; }

    /// <summary><c>FieldPath&lt;T&gt;</c>, unbound.</summary>
    public INamedTypeSymbol Path { get; }

    /// <summary>The static class <c>FieldMask</c>.</summary>
    public INamedTypeSymbol? MaskFactory { get; }

    /// <summary>Null where the compilation does not refer to the runtime library.</summary>
    public static ApiSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName(Namespace + "FieldMask`1") is { } mask
        && compilation.GetTypeByMetadataName(Namespace + "FieldPath`1") is { } path
        && compilation.GetTypeByMetadataName(Namespace + "FieldMaskRpcAttribute") is { } rpc
        && compilation.GetTypeByMetadataName(Namespace + "FieldMaskRpcsAttribute") is { } rpcs
        && compilation.GetTypeByMetadataName(Namespace + "FieldNamesAttribute") is { } names
            ? new(compilation, mask, path, rpc, rpcs, names) : null;

    /// <summary>The message that a mask selects from, where the type is <c>FieldMask&lt;T&gt;</c>; else null.</summary>
    public PathNode? MessageOfMask(ITypeSymbol? type) => MessageOf(type, Mask);

    /// <summary>The message that a path belongs to, where the type is <c>FieldPath&lt;T&gt;</c>; else null.</summary>
    public PathNode? MessageOfPath(ITypeSymbol? type) => MessageOf(type, Path);

    /// <summary>Whether a method may have to do with masks: the library has it, or an assembly that refers to the library.</summary>
    public bool Concerns(IMethodSymbol method) =>
        method.ContainingAssembly is { } assembly && _assemblies.GetOrAdd(assembly, _refersToLibrary);

    /// <summary>The message whose paths a builder begins with, <c>EndDevicePaths</c> for example; null for any other type.</summary>
    public PathNode? BuilderRoot(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Struct, IsGenericType: false } builder ? _builders.GetOrAdd(builder, _readBuilder) : null;

    /// <summary>The paths of a message; null where masks do not select from it, or where its generated code is not understood.</summary>
    public PathNode? MessageOf(INamedTypeSymbol message) =>
        _messages.GetOrAdd(message, _readMessage);

    /// <summary>What a method does with a mask; null for methods that do nothing with one.</summary>
    public RpcCall? CallOf(IMethodSymbol method) =>
        method is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, ContainingType: { TypeKind: TypeKind.Class, IsGenericType: false } }
            ? _calls.GetOrAdd(method, _readCall)
            : null;

    /// <summary>Whether one of a method's parameters is marked as a mask in a text.</summary>
    public bool TakesText(IMethodSymbol method) =>
        _texts.GetOrAdd(method, static method => method.Parameters.Any(static parameter => MaskTexts.MarkOf(parameter) is not null));

    /// <summary>The rule that a class holds, such as <c>EndDeviceRegistryClient.Get</c>.</summary>
    public RpcRule? RuleOf(INamedTypeSymbol holder) => _rules.GetOrAdd(holder, ReadRule);

    /// <summary>The rules of every RPC of the client that a type belongs to.</summary>
    public IReadOnlyList<RpcRule> RulesBeside(INamedTypeSymbol type) =>
        _clients.GetOrAdd(type.ContainingNamespace, client =>
            [.. client.GetTypeMembers().SelectMany(static service => service.GetTypeMembers()).Select(RuleOf).OfType<RpcRule>()]);

    private PathNode? MessageOf(ITypeSymbol? type, INamedTypeSymbol generic) =>
        type is INamedTypeSymbol { TypeArguments: [INamedTypeSymbol target] } named && SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, generic)
            ? MessageOf(target)
            : null;

    private bool RefersToLibrary(IAssemblySymbol assembly) =>
        SymbolEqualityComparer.Default.Equals(assembly, Compilation.Assembly) || SymbolEqualityComparer.Default.Equals(assembly, Mask.ContainingAssembly)
        || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == Mask.ContainingAssembly.Name));

    private PathNode? ReadBuilder(INamedTypeSymbol builder) =>
        builder.GetAttributes().Any(a => Is(a, _namesAttribute))
            && builder.GetMembers("All").OfType<IPropertySymbol>().FirstOrDefault() is { Type: INamedTypeSymbol { TypeArguments: [INamedTypeSymbol path] } }
            ? MessageOfPath(path)
            : null;

    private RpcCall? ReadCall(IMethodSymbol method)
    {
        var rules = RulesOf(method);
        if (rules.Length == 0)
            return null;
        var mask = method.Parameters.FirstOrDefault(p => IsMaskOrLambda(p.Type));
        var written = rules[0].Writes ? method.Parameters.FirstOrDefault(p => p.Type.Name == rules[0].Message.Name) : null;
        var name = rules.Length == 1 ? rules[0].Rpc : "Devices." + WithoutSuffix(method.Name, "Async");
        return mask is null && written is null ? null : new(rules, name, mask, written);
    }

    private RpcRule[] RulesOf(IMethodSymbol method)
    {
        var listed = method.GetAttributes().FirstOrDefault(a => Is(a, _rpcsAttribute));
        if (listed is { ConstructorArguments: [{ Kind: TypedConstantKind.Array } types] })
            return [.. types.Values.Select(static t => t.Value).OfType<INamedTypeSymbol>().Select(RuleOf).OfType<RpcRule>()];
        return HolderNames(WithoutSuffix(method.Name, "Async")).SelectMany(name => method.ContainingType.GetTypeMembers(name)).Select(RuleOf).FirstOrDefault(static rule => rule is not null) is { } found
            ? [found] : [];
    }

    /// <summary>The name of the class that has the rule of a method: its own, or where it reads all pages, its own without saying so, as in <c>ListAllAssociations</c>.</summary>
    private static IEnumerable<string> HolderNames(string method) =>
        new[] { method }.Concat(AllPages.Where(all => method.Contains(all)).Select(all => method.Remove(method.IndexOf(all, StringComparison.Ordinal), all.Length)));

    private RpcRule? ReadRule(INamedTypeSymbol holder)
    {
        if (holder.GetAttributes().FirstOrDefault(a => Is(a, _rpcAttribute)) is not
            { ConstructorArguments: [{ Value: string rpc }, { Value: string server }, { Value: INamedTypeSymbol type }] } attribute)
            return null;
        var paths = holder.GetMembers("Paths").OfType<IFieldSymbol>().FirstOrDefault()?.ConstantValue as string;
        if (paths is null || MessageOf(type) is not { } message)
            return null;
        return new(rpc, server, message, paths)
        {
            Writes = Named(attribute, "Writes") is true,
            Deletes = Named(attribute, "Deletes") as string,
            Implicit = (Named(attribute, "Implicit") as string)?.Split(','),
        };
    }

    private bool IsMaskOrLambda(ITypeSymbol type) =>
        MessageOfMask(type) is not null || type is INamedTypeSymbol { Name: "Func", TypeArguments: [_, var result] } && MessageOfMask(result) is not null;

    private static object? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;

    private static bool Is(AttributeData attribute, INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, type);

    private static string WithoutSuffix(string name, string suffix) =>
        name.EndsWith(suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - suffix.Length) : name;
}
