namespace TheThingsStack.Generators.Model;

/// <summary>Everything that is emitted for one reference.</summary>
internal sealed record ApiModel(
    string Title,
    string Version,
    EquatableArray<ServiceModel> Services,
    EquatableArray<MessageModel> Messages,
    EquatableArray<EnumModel> Enums,
    EquatableArray<PathsModel> Paths,
    EquatableArray<MaskTargetModel> MaskTargets,
    bool HasDevices)
{
    public ClientModel Client => new(Title, Version, Services.Select(static s => new ClientServiceModel(s.Name, s.ClassName, s.Summary)).ToEquatableArray());
}

/// <summary>The operations of one service.</summary>
/// <param name="Name">The name of the property of the client.</param>
/// <param name="ClassName">The name of the class.</param>
/// <param name="Summary">What the service is for.</param>
/// <param name="Methods">One for each RPC.</param>
internal sealed record ServiceModel(string Name, string ClassName, string? Summary, EquatableArray<MethodModel> Methods);

/// <summary>A message: a class whose properties are the members of a JSON object.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="WireName">The name in the reference.</param>
/// <param name="FullName">The full protobuf name, where it is known.</param>
/// <param name="Summary">What the message is.</param>
/// <param name="Fields">The properties, in declaration order.</param>
/// <param name="Oneofs">The groups of fields of which at most one may be set.</param>
/// <param name="IsMaskTarget">Whether a mask selects from it.</param>
internal sealed record MessageModel(
    string Name,
    string WireName,
    string? FullName,
    string? Summary,
    EquatableArray<FieldModel> Fields,
    EquatableArray<OneofModel> Oneofs,
    bool IsMaskTarget)
{
    /// <summary>Whether the message is nothing but a choice between messages of different types, so that each of them converts to it.</summary>
    public bool IsUnion =>
        Oneofs.Count == 1 && Oneofs[0].Members.Count == Fields.Count
        && Fields.All(static f => f.Type.Kind == TypeKind.Message)
        && Fields.Select(static f => f.Type.Name).Distinct().Count() == Fields.Count;

    /// <summary>Whether the message is an identifier made of one text, so that a text converts to it.</summary>
    public bool IsTextIdentifier =>
        Fields.Count == 1 && Fields[0].Type.Kind == TypeKind.Text && Name.EndsWith("Identifiers", StringComparison.Ordinal);

    /// <summary>The oneof that a field belongs to.</summary>
    public OneofModel? OneofOf(FieldModel field)
    {
        foreach (var oneof in Oneofs)
        {
            if (oneof.Members.Contains(field.Name))
                return oneof;
        }

        return null;
    }
}

/// <summary>A member of a message.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="WireName">The name in JSON and in masks.</param>
/// <param name="Type">The type.</param>
/// <param name="Summary">What it means.</param>
/// <param name="IsDeprecated">Whether the server advises against it.</param>
/// <param name="IsWrapper">Whether masks have <c>.value</c> below it, although JSON has the bare value.</param>
internal sealed record FieldModel(string Name, string WireName, TypeModel Type, string? Summary, bool IsDeprecated, bool IsWrapper);

/// <summary>A group of members of which at most one may be set.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="WireName">The name in masks.</param>
/// <param name="Members">The C# names of the members.</param>
internal sealed record OneofModel(string Name, string WireName, EquatableArray<string> Members);

/// <summary>An open enumeration.</summary>
internal sealed record EnumModel(string Name, string WireName, string? Summary, bool IsNumeric, EquatableArray<EnumValueModel> Values, EquatableArray<EnumAliasModel> Aliases);

/// <summary>One name of an enumeration.</summary>
internal sealed record EnumValueModel(string Name, string WireName, int Number, string? Summary);

/// <summary>A further text that is read as a value.</summary>
internal sealed record EnumAliasModel(string Text, int Number);

/// <summary>What the client class itself needs.</summary>
internal sealed record ClientModel(string Title, string Version, EquatableArray<ClientServiceModel> Services);

/// <summary>A service as a property of the client.</summary>
internal sealed record ClientServiceModel(string Name, string ClassName, string? Summary);
