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
    public static List<Assignment> Of(string path, IPropertyReferenceOperation reference, IOperation value)
    {
        var assignments = new List<Assignment>();
        Add(assignments, path, reference, value);
        return assignments;
    }

    /// <summary>The assignments of an object initializer.</summary>
    public static List<Assignment> Within(IObjectOrCollectionInitializerOperation? initializer)
    {
        var assignments = new List<Assignment>();
        AddWithin(assignments, initializer, "");
        return assignments;
    }

    private static void Add(List<Assignment> assignments, string path, IPropertyReferenceOperation reference, IOperation value)
    {
        var own = new Assignment(path, reference, Values.KindOf(value));
        assignments.Add(own);
        if (own.Kind == ValueKind.Message)
            AddWithin(assignments, Values.Creation(value)?.Initializer, path);
    }

    private static void AddWithin(List<Assignment> assignments, IObjectOrCollectionInitializerOperation? initializer, string path)
    {
        if (initializer is null)
            return;
        foreach (var operation in initializer.Initializers)
        {
            if (operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment && MessageSymbols.IsField(target.Property))
                Add(assignments, Below(path, target.Property), target, assignment.Value);
            else if (operation is not IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation member } nested)
                continue;
            else if (MessageSymbols.IsMessage(member.Type))
                AddWithin(assignments, nested.Initializer, Below(path, member.Property));
            else if (MessageSymbols.IsField(member.Property))
                assignments.Add(new(Below(path, member.Property), member, ValueKind.Value));
        }
    }

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
