using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Api;

namespace TheThingsStack.Analyzers.Flow;

/// <summary>A place at which a property of a message, or of one below it, is set.</summary>
/// <param name="path">The properties that lead to it: <c>MacSettings.Rx1Delay</c>.</param>
/// <param name="reference">The property as it is written there.</param>
/// <param name="kind">What it is set to.</param>
internal sealed class Assignment(string path, IPropertyReferenceOperation reference, ValueKind kind)
{
    public string Path => path;

    public IPropertySymbol Property => reference.Property;

    public ValueKind Kind => kind;

    /// <summary>The name of the property where it is written.</summary>
    public Location Place => PlaceOf(reference);

    /// <summary>The assignments of one property: its own, and those within a message that is made in place.</summary>
    public static IReadOnlyList<Assignment> Of(string path, IPropertyReferenceOperation reference, IOperation value)
    {
        var own = new Assignment(path, reference, Values.KindOf(value));
        return own.Kind == ValueKind.Message ? [own, .. Within(Values.Creation(value)?.Initializer, path)] : [own];
    }

    /// <summary>The assignments of an object initializer.</summary>
    public static IEnumerable<Assignment> Within(IObjectOrCollectionInitializerOperation? initializer, string path = "") =>
        initializer is null ? [] : initializer.Initializers.SelectMany(operation => operation switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment when MessageSymbols.IsField(target.Property) =>
                Of(Below(path, target.Property), target, assignment.Value),
            IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation member } nested when MessageSymbols.IsMessage(member.Type) =>
                Within(nested.Initializer, Below(path, member.Property)),
            IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation member } when MessageSymbols.IsField(member.Property) =>
                [new(Below(path, member.Property), member, ValueKind.Value)],
            _ => [],
        });

    /// <summary>The path of a property of what a path leads to.</summary>
    public static string Below(string path, IPropertySymbol property) => path.Length == 0 ? property.Name : path + "." + property.Name;

    /// <summary>The name of a property where it is written.</summary>
    public static Location PlaceOf(IPropertyReferenceOperation reference) => reference.Syntax switch
    {
        MemberAccessExpressionSyntax access => access.Name.GetLocation(),
        MemberBindingExpressionSyntax binding => binding.Name.GetLocation(),
        var syntax => syntax.GetLocation(),
    };
}
