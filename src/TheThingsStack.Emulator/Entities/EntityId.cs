using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Entities;

/// <summary>One entity, by kind and identifier.</summary>
internal readonly record struct EntityId(EntityKind Kind, string Id)
{
    public static EntityId Application(string id) => new(EntityKind.Application, id);

    public static EntityId User(string id) => new(EntityKind.User, id);

    /// <summary>The entity that a message with one <c>…_ids</c> member names, such as a collaborator; null when it names none.</summary>
    public static EntityId? Of(JsonObject? identifiers)
    {
        foreach (var kind in EntityKind.All)
        {
            if (identifiers.Text($"{kind.IdsField}.{kind.IdField}") is { Length: > 0 } id)
                return new EntityId(kind, id);
        }

        return null;
    }

    /// <summary>The entity as a message with one <c>…_ids</c> member: how events, collaborators and keys name it.</summary>
    public JsonObject ToIdentifiers() => new() { [Kind.IdsField] = new JsonObject { [Kind.IdField] = Id } };

    public override string ToString() => $"{Kind}:{Id}";
}
