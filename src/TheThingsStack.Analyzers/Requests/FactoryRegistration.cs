using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Rules;

namespace TheThingsStack.Analyzers.Requests;

/// <summary>Judges clients that are registered with <c>IHttpClientFactory</c> under an address of the API.</summary>
internal static class FactoryRegistration
{
    // What comes of these is a builder, and they set no headers.
    private static readonly string[] Harmless =
        ["SetHandlerLifetime", "AddPolicyHandler", "AddTransientHttpErrorPolicy", "AddStandardResilienceHandler", "AddStandardHedgingHandler", "RedactLoggedHeaders"];

    private static readonly string[] Marks = ["UserAgent", "User-Agent", "ConfigureHttpClientDefaults"];

    public static Diagnostic? Judge(IInvocationOperation call, ApiProof proof, Compilation compilation)
    {
        if (call.TargetMethod is not { Name: "AddHttpClient", ContainingType.Name: "HttpClientFactoryServiceCollectionExtensions" }
            || Lambda(call) is not { Symbol.Parameters: { Length: > 0 } parameters } lambda)
            return null;
        // A typed client of another assembly may set the header itself.
        if (call.TargetMethod.TypeArguments.Any(static type => type.DeclaringSyntaxReferences.IsEmpty))
            return null;
        var client = ObjectLife.OfParameter(lambda, parameters[parameters.Length - 1]);
        if (client.Escapes || !RequestHeader.UserAgentOf(client).IsAbsent || client.ValueOf("BaseAddress") is not { } address
            || RequestReader.UrlOf(address) is not { } url || !proof.IsKnownHost(url, call.Syntax.SyntaxTree)
            || !EndsHarmlessly(call.Syntax) || MayBeSetElsewhere(compilation))
            return null;
        return Diagnostic.Create(
            RequestWithoutUserAgent.Descriptor, HttpRequest.NameOf(call), [lambda.Syntax.GetLocation()], $"'{url.Host}'");
    }

    private static IAnonymousFunctionOperation? Lambda(IInvocationOperation call) =>
        call.Arguments.Select(static argument => Operations.Bare(argument.Value)).OfType<IDelegateCreationOperation>()
            .Select(static creation => creation.Target).OfType<IAnonymousFunctionOperation>().LastOrDefault();

    /// <summary>Whether nothing is done with the builder that may set the header: a handler, for example.</summary>
    private static bool EndsHarmlessly(SyntaxNode call)
    {
        while (call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Parent: InvocationExpressionSyntax next })
        {
            if (Array.IndexOf(Harmless, name) < 0)
                return false;
            call = next;
        }

        return call.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax;
    }

    // Whoever gets the client may set the header: then the project says so somewhere.
    private static bool MayBeSetElsewhere(Compilation compilation) =>
        compilation.SyntaxTrees.Any(static tree => Array.Exists(Marks, tree.GetText().ToString().Contains));
}
