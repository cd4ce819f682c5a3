using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TheThingsStack.Analyzers.Configuration;

/// <summary>A call of <c>AddTheThingsStack</c>, and what else in the compilation may set the same options.</summary>
internal static class Registration
{
    public const string Method = "AddTheThingsStack";

    private const string OptionsName = "TheThingsStackOptions";

    /// <summary>Generic types that hand options out and do not fill them.</summary>
    private static readonly HashSet<string> Readers = new(StringComparer.Ordinal) { "IOptions", "IOptionsMonitor", "IOptionsSnapshot" };

    /// <summary>The lambda that fills the options of a registration; null where it is no registration, or has no lambda in place.</summary>
    public static IAnonymousFunctionOperation? LambdaOf(IInvocationOperation call, ClientSymbols symbols) =>
        call.TargetMethod is { Name: Method, IsStatic: true } method
        && method.Parameters is [.., { Type: INamedTypeSymbol { Name: "Action", TypeArguments: [var filled] } }] && symbols.IsOptions(filled)
        && call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == method.Parameters.Length - 1)?.Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda }
            ? lambda : null;

    /// <summary>
    /// Whether code elsewhere may fill the options too: <c>Configure</c> and its like, another registration under the same name, a referenced
    /// project that registers services. Asked only where something is to be reported, and answered by syntax, in favour of silence.
    /// </summary>
    public static bool MayBeFilledElsewhere(IInvocationOperation call, Compilation compilation, CancellationToken cancellation)
    {
        var client = call.TargetMethod.DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree).ToArray();
        return compilation.SyntaxTrees.Except(client).Any(tree => tree.GetRoot(cancellation).DescendantNodes().Any(node => MayFill(node, call.Syntax)))
            || compilation.SourceModule.ReferencedAssemblySymbols.Any(static assembly => RefersToLibrary(assembly) && HasRegistrations(assembly.GlobalNamespace));
    }

    private static bool MayFill(SyntaxNode node, SyntaxNode registration) => node switch
    {
        IdentifierNameSyntax { Identifier.ValueText: OptionsName } name => IsHandedOn(name),
        InvocationExpressionSyntax call => call != registration && NameOf(call) == Method && IsSameClient(call, registration) && MaySetUserAgent(call),
        _ => false,
    };

    /// <summary>Whether the type is named as an argument of another (<c>Configure&lt;TheThingsStackOptions&gt;</c>), as what a lambda takes, or by another name.</summary>
    private static bool IsHandedOn(IdentifierNameSyntax name)
    {
        SyntaxNode type = name;
        while (type.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax or NullableTypeSyntax)
            type = type.Parent;
        return type.Parent switch
        {
            TypeArgumentListSyntax { Parent: GenericNameSyntax generic } => !Readers.Contains(generic.Identifier.ValueText),
            ParameterSyntax { Parent: ParameterListSyntax { Parent: AnonymousFunctionExpressionSyntax lambda } } => !IsRegistered(lambda),
            UsingDirectiveSyntax => true,
            _ => false,
        };
    }

    /// <summary>Whether it is the lambda of a registration, which is judged as one.</summary>
    private static bool IsRegistered(AnonymousFunctionExpressionSyntax lambda) =>
        lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && NameOf(call) == Method;

    private static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private static bool MaySetUserAgent(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments is not [.., { Expression: AnonymousFunctionExpressionSyntax lambda }] || lambda.ToString().Contains("UserAgent");

    /// <summary>Whether two registrations may be of one name: unless both names are literals, and differ.</summary>
    private static bool IsSameClient(InvocationExpressionSyntax call, SyntaxNode registration) =>
        ClientName(call) is not { } a || ClientName((InvocationExpressionSyntax)registration) is not { } b || a == b;

    private static string? ClientName(InvocationExpressionSyntax call) => call.ArgumentList.Arguments switch
    {
        [_] => "",
        [{ Expression: LiteralExpressionSyntax { Token.Value: string name } }, _] => name,
        _ => null,
    };

    private static bool RefersToLibrary(IAssemblySymbol assembly) =>
        assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == "TheThingsStack"));

    /// <summary>Whether a library has extensions of its own by which services are registered.</summary>
    private static bool HasRegistrations(INamespaceSymbol space) =>
        space.GetTypeMembers().Any(static type => type.IsStatic && type.GetMembers().OfType<IMethodSymbol>().Any(RegistersMore))
        || space.GetNamespaceMembers().Any(HasRegistrations);

    private static bool RegistersMore(IMethodSymbol method) =>
        method is { DeclaredAccessibility: Accessibility.Public, IsStatic: true, Name: not Method }
        && method.Parameters.Any(static p => p.Type.Name is "IServiceCollection" or "IHostApplicationBuilder" or "IHostBuilder");
}
