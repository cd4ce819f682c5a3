using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Reading;

/// <summary>Takes the parts of an object that have to be lists or objects; what is neither there nor null is a fault.</summary>
internal static class Parts
{
    public static SpecMember[] Members(SpecNode? node, string name, FaultList faults) =>
        Find(node, name, SpecNodeKind.Object, faults)?.Members ?? [];

    public static SpecNode[] Items(SpecNode? node, string name, FaultList faults) =>
        Find(node, name, SpecNodeKind.List, faults)?.Items ?? [];

    private static SpecNode? Find(SpecNode? node, string name, SpecNodeKind kind, FaultList faults)
    {
        if (node?[name] is not { Kind: not SpecNodeKind.Null } part)
            return null;
        if (part.Kind == kind)
            return part;
        faults.Add(FaultKind.Malformed, part.Offset, $"'{name}' is {(kind == SpecNodeKind.List ? "a list" : "an object")}");
        return null;
    }
}
