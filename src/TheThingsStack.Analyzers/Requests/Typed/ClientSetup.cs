using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Configuration;
using TheThingsStack.Analyzers.Flow;
using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Analyzers.Requests.Typed;

/// <summary>A client that a method has no use for yet: what it takes is what the method's <c>HttpClient</c> is given.</summary>
/// <param name="Name">A name that is free.</param>
/// <param name="Address">The address of the stack, as C#.</param>
/// <param name="Key">The key, as C#.</param>
/// <param name="UserAgent">The first product of the User-Agent; null where none is seen.</param>
/// <param name="Before">The statement that the client has to be made before.</param>
internal sealed record ClientSetup(string Name, string Address, string Key, (string Product, string Version)? UserAgent, StatementSyntax Before)
{
    private const string Bearer = "Bearer ";

    /// <summary>Null where a part of it is not seen, or not to be had at that statement.</summary>
    public static ClientSetup? Of(HttpRequest request)
    {
        // A client of a field, or with a handler of its own, is set up elsewhere, or for a reason.
        if (Operations.Bare(request.Client) is not ILocalReferenceOperation { Local: var local }
            || request.ClientLife is not { IsCreatedHere: true, Creations: [{ Arguments.Length: 0 }] } life
            || Anchor(request.Call, local) is not { } before)
            return null;
        var scope = new Scope(request.Call.SemanticModel!, before);
        return AddressOf(request, scope) is { } address && KeyOf(request, life, scope) is { } key
            ? new(scope.FreeName("stack"), address, key, UserAgentOf(request, life), before) : null;
    }

    /// <summary>The statement with the request that stands beside the declaration of the client: what is made there is made as often as the client is.</summary>
    private static StatementSyntax? Anchor(IOperation call, ILocalSymbol local)
    {
        if (local.DeclaringSyntaxReferences is not [var declaration] || declaration.GetSyntax().FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is not { Parent: BlockSyntax or GlobalStatementSyntax } made)
            return null;
        var block = made.Parent is GlobalStatementSyntax global ? global.Parent : made.Parent;
        var anchor = call.Syntax.Ancestors().OfType<StatementSyntax>().FirstOrDefault(statement => statement.Parent == block || statement.Parent is GlobalStatementSyntax && statement.Parent.Parent == block);
        // A local function may be called before it is written.
        return anchor is null or LocalFunctionStatementSyntax or LabeledStatementSyntax ? null : anchor;
    }

    private static string? AddressOf(HttpRequest request, Scope scope)
    {
        var origin = request.Url.AddressOrigin;
        if (!request.Url.HasApiPath)
            return null;
        if (request.Url.Scheme is not { } scheme)
            return request.Url.BeginsUnseen && origin.Text.StartsWith(TextOrigin.Hole + "/", StringComparison.Ordinal) ? scope.Text(origin.Holes.First()) : null;
        var authority = origin.Text.Substring(scheme.Length + "://".Length).Split('/')[0];
        if (authority.IndexOf(TextOrigin.Hole) < 0)
            return authority.IndexOf('@') < 0 ? ValueText.Literal(scheme == "https" ? authority : $"{scheme}://{authority}") : null;
        return scheme == "https" && authority.Length == 1 ? scope.Text(origin.Holes.First()) : null;
    }

    private static string? KeyOf(HttpRequest request, ObjectLife client, Scope scope)
    {
        var header = request.MessageLife is { } message && !RequestHeader.AuthorizationOf(message).IsAbsent ? RequestHeader.AuthorizationOf(message) : RequestHeader.AuthorizationOf(client);
        if (header.Only is not { } value)
            return null;
        if (Operations.Resolve(value) is IObjectCreationOperation { Type.Name: "AuthenticationHeaderValue" } pair)
            return Operations.Argument(pair.Arguments, "scheme") is { ConstantValue: { HasValue: true, Value: "Bearer" } } && Operations.Argument(pair.Arguments, "parameter") is { } key ? scope.Text(key) : null;
        if (TextOrigin.Of(value) is not { } text || !text.Text.StartsWith(Bearer, StringComparison.Ordinal))
            return null;
        return text.IsComplete ? ValueText.Literal(text.Text.Substring(Bearer.Length))
            : text.Text == Bearer + TextOrigin.Hole ? scope.Text(text.Holes.First()) : null;
    }

    private static (string Product, string Version)? UserAgentOf(HttpRequest request, ObjectLife client)
    {
        var lives = request.MessageLife is { } message ? new[] { message, client } : [client];
        return lives.Select(static life => RequestHeader.UserAgentOf(life).Values.FirstOrDefault()).OfType<IOperation>().FirstOrDefault() is { } value ? FirstProduct(Operations.Resolve(value)) : null;
    }

    private static (string Product, string Version)? FirstProduct(IOperation header) => header switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => UserAgentText.FirstProduct(text),
        IObjectCreationOperation { Type.Name: "ProductInfoHeaderValue" } product
            when Operations.Argument(product.Arguments, "productName")?.ConstantValue is { HasValue: true, Value: string name }
                && Operations.Argument(product.Arguments, "productVersion")?.ConstantValue is { HasValue: true, Value: string version } => UserAgentText.FirstProduct($"{name}/{version}"),
        _ => null,
    };

    /// <summary>What can be said at a statement.</summary>
    private sealed class Scope(SemanticModel model, StatementSyntax place)
    {
        /// <summary>A text as an expression; null where it may mean something else at that statement.</summary>
        public string? Text(IOperation operation)
        {
            var value = Operations.Bare(operation);
            return value.Type?.SpecialType == SpecialType.System_String && value.DescendantsAndSelf().All(IsSteady) ? value.Syntax.ToString() : null;
        }

        public string FreeName(string name)
        {
            var taken = new HashSet<string>(place.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First().DescendantTokens().Select(static token => token.ValueText));
            return Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? name : name + i).First(free => !taken.Contains(free) && model.LookupSymbols(place.SpanStart, name: free).IsEmpty);
        }

        private bool IsSteady(IOperation part) => part switch
        {
            ILocalReferenceOperation local => Locals.ValueOf(local) is not null && IsKnown(local.Local) && local.Local.Locations[0].SourceSpan.End < place.SpanStart || local.Local.IsConst && IsKnown(local.Local),
            IParameterReferenceOperation { Parameter: var parameter } => IsKnown(parameter) && !Body.Of(part).UsesOf(parameter).Any(Locals.IsWritten),
            IInvocationOperation call => call.TargetMethod is { Name: "GetEnvironmentVariable", ContainingType.Name: "Environment" },
            IFieldReferenceOperation { Field.IsReadOnly: true } or IFieldReferenceOperation { Field.IsConst: true } => true,
            IPropertyReferenceOperation or IArrayElementReferenceOperation or IInstanceReferenceOperation or ICoalesceOperation or IThrowOperation or IObjectCreationOperation => true,
            IArgumentOperation or IConversionOperation or IParenthesizedOperation or IBinaryOperation => true,
            _ => part.ConstantValue.HasValue,
        };

        private bool IsKnown(ISymbol symbol) => model.LookupSymbols(place.SpanStart, name: symbol.Name).Contains(symbol, SymbolEqualityComparer.Default);
    }
}
