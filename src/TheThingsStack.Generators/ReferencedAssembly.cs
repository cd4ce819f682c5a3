using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using TheThingsStack.Generators.Emitting;

namespace TheThingsStack.Generators;

/// <summary>
/// What the generator wants to know of an assembly that the project refers to. It asks at every key stroke, and a compilation that is asked for its
/// assemblies or their types has to bind them; references stay the same from one to the next, so each is looked into once.
/// </summary>
internal sealed class ReferencedAssembly
{
    private const string Client = "TheThingsStackClient";

    private static readonly ConditionalWeakTable<MetadataReference, StrongBox<ReferencedAssembly?>> s_known = new();

    private ReferencedAssembly(string name, bool hasClient)
    {
        Name = name;
        HasClient = hasClient;
    }

    public string Name { get; }

    /// <summary>Whether there is a client in it that others can use.</summary>
    public bool HasClient { get; }

    /// <summary>The assembly of a reference; null where there is none, or none that can be read.</summary>
    public static ReferencedAssembly? Of(MetadataReference reference) => s_known.GetValue(reference, static r => new(Read(r))).Value;

    private static ReferencedAssembly? Read(MetadataReference reference)
    {
        switch (reference)
        {
            case CompilationReference { Compilation: var other }:
                return new(other.AssemblyName ?? "", other.Assembly.GetTypeByMetadataName($"{GeneratedCode.Namespace}.{Client}") is { DeclaredAccessibility: Accessibility.Public });
            case PortableExecutableReference file:
                try
                {
                    return file.GetMetadata() is AssemblyMetadata assembly ? Read(assembly.GetModules()[0].GetMetadataReader()) : null;
                }
                catch (Exception e) when (e is BadImageFormatException or IOException)
                {
                    // The compiler has its own words for that.
                    return null;
                }

            default:
                return null;
        }
    }

    private static ReferencedAssembly Read(MetadataReader reader) =>
        new(reader.GetString(reader.GetAssemblyDefinition().Name), reader.TypeDefinitions.Any(type => IsClient(reader, reader.GetTypeDefinition(type))));

    private static bool IsClient(MetadataReader reader, TypeDefinition type) =>
        (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public
        && reader.StringComparer.Equals(type.Name, Client)
        && reader.StringComparer.Equals(type.Namespace, GeneratedCode.Namespace);
}
