using System.ComponentModel;

namespace TheThingsStack;

/// <summary>Tells the analyzers what the properties of a path builder are called on the wire. On generated code.</summary>
/// <param name="names">The segments, separated by commas, in the order of the properties.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Struct)]
public sealed class FieldNamesAttribute(string names) : Attribute
{
    /// <summary>The segments, separated by commas, in the order of the properties.</summary>
    public string Names => names;

    /// <summary>Whether they are the members of a oneof, of which at most one is set.</summary>
    public bool IsOneof { get; set; }

    /// <summary>Whether it is the one segment below a value wrapper.</summary>
    public bool IsWrapper { get; set; }
}
