using System.ComponentModel;

namespace TheThingsStack;

/// <summary>Tells the analyzers which RPCs a method sends its mask to, each the paths that it accepts. On generated code.</summary>
/// <param name="rpcs">Classes with a <see cref="FieldMaskRpcAttribute"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Method)]
public sealed class FieldMaskRpcsAttribute(params Type[] rpcs) : Attribute
{
    /// <summary>Classes with a <see cref="FieldMaskRpcAttribute"/>.</summary>
    public IReadOnlyList<Type> Rpcs => rpcs;
}
