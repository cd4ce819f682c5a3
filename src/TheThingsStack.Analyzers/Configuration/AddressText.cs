using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Analyzers.Configuration;

/// <summary>Finds the addresses that options get, and judges them.</summary>
internal static class AddressText
{
    /// <summary>Judges <c>Address = …</c>, <c>IdentityAddress = …</c> and <c>Addresses[server] = …</c>.</summary>
    public static void Judge(OperationBlockAnalysisContext context, ISimpleAssignmentOperation assignment, ClientSymbols symbols)
    {
        if (assignment.Target is IPropertyReferenceOperation property && (IsAddress(property.Property, symbols) || IsServer(property.Arguments, symbols)))
            Judge(context, assignment.Value);
    }

    /// <summary>Judges <c>Addresses.Add(server, …)</c> and its like.</summary>
    public static void Judge(OperationBlockAnalysisContext context, IInvocationOperation call, ClientSymbols symbols)
    {
        if (call is { TargetMethod.Name: "Add" or "TryAdd", Arguments: [.., { Value: var address }] arguments } && IsServer(arguments, symbols))
            Judge(context, address);
    }

    private static void Judge(OperationBlockAnalysisContext context, IOperation address)
    {
        if (address.Type?.SpecialType == SpecialType.System_String && TextOrigin.Of(address) is { } text && PlainHttp.Judge(text) is { } diagnostic)
            context.ReportDiagnostic(diagnostic);
    }

    private static bool IsAddress(IPropertySymbol property, ClientSymbols symbols) =>
        property.Name is "Address" or "IdentityAddress" && symbols.IsOptions(property.ContainingType);

    private static bool IsServer(ImmutableArray<IArgumentOperation> arguments, ClientSymbols symbols) =>
        arguments.Any(argument => symbols.IsServer(argument.Parameter?.Type));
}
