using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Reading;

namespace TheThingsStack.Generators.Binding;

/// <summary>Makes the model of the client from a reference and the rules.</summary>
internal static class ApiBinder
{
    // What protobuf itself defines is no part of the API, unless something uses it as a message of its own.
    private static readonly string[] WellKnown = ["FieldMask", "NullValue"];

    public static ApiModel Bind(SpecDocument document, RuleSet rules, Options options, FaultList faults, CancellationToken cancellation)
    {
        if (!rules.Covers(document))
            rules = RuleSet.None;
        var schemas = new SchemaTable(document, rules);
        var types = new TypeBinder(schemas, rules, faults);
        var bodies = RequestBodies(document);
        types.BindNamed(entry => !bodies.Contains(entry.CleanName) && Array.IndexOf(WellKnown, entry.CleanName) < 0, cancellation);
        var operations = new OperationBinder(document, schemas, types, rules, faults);
        var wanted = WantedServices(operations, options, faults);
        var services = operations.Bind(service => wanted is null || wanted.Contains(service), cancellation);
        types.BindNeeded(cancellation);
        services = services.ConvertAll(service => Paging.Find(service, types.Messages));
        var messages = types.Messages.Values.ToList();
        var enums = types.Enums;
        if (wanted is not null)
            (messages, enums) = Reachability.Narrow(services, types.Messages, enums);
        return Assemble(document, rules, services, messages, enums);
    }

    private static ApiModel Assemble(SpecDocument document, RuleSet rules, List<ServiceModel> services, List<MessageModel> messages, List<EnumModel> enums)
    {
        var targets = new HashSet<string>(
            services.SelectMany(static s => s.Methods).Where(static m => m.Mask is not null).Select(static m => m.Mask!.Message)
                .Concat(messages.SelectMany(static m => m.Fields).Where(static f => f.Type.Kind == TypeKind.Mask).Select(static f => f.Type.Name!)),
            StringComparer.Ordinal);
        var paths = new PathBinder(messages).Bind(targets);
        var masks = new MaskRules(rules, paths);
        services = services.ConvertAll(service => service with { Methods = service.Methods.Select(masks.Complete).ToEquatableArray() });
        return new(
            document.Title,
            document.Version,
            services.ToEquatableArray(),
            messages.Select(m => m with { IsMaskTarget = targets.Contains(m.Name) })
                .OrderBy(static m => m.Name, StringComparer.Ordinal).ToEquatableArray(),
            enums.OrderBy(static e => e.Name, StringComparer.Ordinal).ToEquatableArray(),
            paths.ToEquatableArray(),
            MaskTargets(services).ToEquatableArray(),
            DeviceSupport.IsIn(services, messages, enums));
    }

    private static IEnumerable<MaskTargetModel> MaskTargets(IEnumerable<ServiceModel> services) =>
        from service in services
        from method in service.Methods
        where method.Mask is not null
        group service.ClassName + "." + method.Name by method.Mask!.Message into holders
        orderby holders.Key
        select new MaskTargetModel(holders.Key, holders.ToEquatableArray());

    /// <summary>Schemas that only gather the members of one operation's body; their members become parameters.</summary>
    private static HashSet<string> RequestBodies(SpecDocument document) => new(
        document.Operations
            .Where(static o => o.Body?.Reference is { } reference && reference.EndsWith("Body", StringComparison.Ordinal) && o.Id is not null && o.Id.IndexOf('_') > 0)
            .Select(static o => Names.CleanSchema(o.Body!.Reference!)),
        StringComparer.Ordinal);

    private static HashSet<string>? WantedServices(OperationBinder operations, Options options, FaultList faults)
    {
        if (options.Services.Count == 0)
            return null;
        var known = operations.ServiceNames().ToList();
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in options.Services)
        {
            if (known.Find(k => string.Equals(k, name, StringComparison.OrdinalIgnoreCase)) is { } service)
                wanted.Add(service);
            else
                faults.Add(FaultKind.UnknownService, Fault.Nowhere, Nearest.To(name, known) is { } nearest ? $"'{name}' (did you mean '{nearest}'?)" : $"'{name}'");
        }

        return wanted;
    }
}
