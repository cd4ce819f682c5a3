using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Reading;

namespace TheThingsStack.Generators.Binding;

/// <summary>Groups operations into RPCs and RPCs into services, and makes a method of each.</summary>
internal sealed class OperationBinder(SpecDocument document, SchemaTable schemas, TypeBinder types, RuleSet rules, FaultList faults)
{
    private readonly RequestBinder _requests = new(schemas, types, faults);
    private readonly HashSet<string> _seenIds = new(StringComparer.Ordinal);

    public List<ServiceModel> Bind(Func<string, bool> isWanted, CancellationToken cancellation)
    {
        var services = new List<ServiceModel>();
        var takenProperties = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "TheThingsStackClient", "Dispose", "GetRateLimits", "Connection", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals" };
        foreach (var service in Group().GroupBy(static g => g.Service))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!isWanted(service.Key))
                continue;
            var name = Names.Take(takenProperties, Names.Pascal(service.Key), "Service");
            var className = Names.Take(schemas.TakenTypeNames, [Names.Pascal(service.Key) + "Client", Names.Pascal(service.Key) + "ServiceClient"]);
            document.TagSummaries.TryGetValue(service.Key, out var summary);
            services.Add(new(name, className, summary, BindMethods(service).ToEquatableArray()));
        }

        return [.. services.OrderBy(static s => s.Name, StringComparer.Ordinal)];
    }

    /// <summary>The names of all services, as the user names them to narrow the client.</summary>
    public IEnumerable<string> ServiceNames() => document.Operations.Select(ServiceOf).Distinct();

    private const string DefaultService = "Default";

    private string ServiceOf(SpecOperation operation) => rules.RpcOf(operation)?.Split('/')[0] ?? operation.Tag ?? DefaultService;

    private List<RpcGroup> Group()
    {
        var groups = new List<RpcGroup>();
        var byName = new Dictionary<(string Service, string Name), RpcGroup>();
        var byId = document.Operations.Where(static o => o.Id is not null).GroupBy(static o => o.Id!).ToDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal);
        foreach (var operation in document.Operations)
        {
            var service = ServiceOf(operation);
            var (name, id) = rules.RpcOf(operation) is { } rpc ? (rpc.Substring(rpc.IndexOf('/') + 1), rpc) : RpcName(operation, service, byId);
            if (byName.TryGetValue((service, name), out var group) && group.Id == id && group.Operations.Count < Limits.MostBindings)
            {
                group.Operations.Add(operation);
                continue;
            }

            // Two operations of one name that are no bindings of one RPC.
            if (group is not null)
                name += "_" + ByRoute(operation);
            groups.Add(byName[(service, name)] = new(service, name, id, operation));
        }

        return groups;
    }

    /// <summary>The name of the RPC of an operation, and the id that its bindings share.</summary>
    private (string Name, string Id) RpcName(SpecOperation operation, string service, Dictionary<string, SpecOperation> byId)
    {
        if (operation.Id is not { Length: > 0 } id)
            return (ByRoute(operation), "");
        if (!_seenIds.Add(id))
        {
            faults.Add(FaultKind.DuplicateOperation, operation.Offset, id);
            return ($"{id}_{ByRoute(operation)}", "");
        }

        // A gateway numbers the further bindings of an RPC: Registry_List2 is Registry_List by another route.
        var bare = Names.WithoutNumber(id);
        if (bare.Length < id.Length && bare.IndexOf('_') > 0 && byId.TryGetValue(bare, out var first) && AreAlike(first, operation))
            id = bare;
        var prefix = service + "_";
        return (id.StartsWith(prefix, StringComparison.Ordinal) && id.Length > prefix.Length ? id.Substring(prefix.Length) : id, id);
    }

    private static bool AreAlike(SpecOperation first, SpecOperation other) =>
        first.Tag == other.Tag && first.Response?.Reference == other.Response?.Reference && first.Response?.Type == other.Response?.Type;

    private static string ByRoute(SpecOperation operation) => $"{operation.HttpMethod.ToLowerInvariant()}_{operation.Route}";

    private IEnumerable<MethodModel> BindMethods(IEnumerable<RpcGroup> groups)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var name = Names.Pascal(group.Name);
            if (!taken.Add(name))
                name = Names.Take(taken, [Names.Pascal(ByRoute(group.Operations[0]))]);
            yield return BindMethod(name, $"{group.Service}/{group.Name}", group.Operations);
        }
    }

    /// <summary>The operations that are bindings of one RPC.</summary>
    private sealed class RpcGroup(string service, string name, string id, SpecOperation first)
    {
        public string Service { get; } = service;

        public string Name { get; } = name;

        public string Id { get; } = id;

        public List<SpecOperation> Operations { get; } = [first];
    }

    private MethodModel BindMethod(string name, string rpc, List<SpecOperation> operations)
    {
        var rpcRules = rules.Rpc(rpc);
        if (rpcRules is null && !rules.IsEmpty)
            faults.Add(FaultKind.UnknownToRules, operations[0].Offset, rpc);
        var draft = _requests.Bind(rpc, operations, rpcRules);
        ParameterNames.Assign(draft);
        var (response, streams) = BindResponse(operations[0], rpc);
        return new(
            name,
            rpc,
            operations[0].Summary,
            rules.ServerOf(operations[0].Route),
            Order(draft).Select(static p => new ParameterModel(p.Name, p.WireName, p.Type, p.IsRequired, p.Summary)).ToEquatableArray(),
            response,
            streams,
            operations[0].Deprecated || rpcRules is { IsDeprecated: true },
            new BindingBinder(draft, types).Bind().ToEquatableArray(),
            Mask(draft, rpcRules));
    }

    // Route values first, then what is sent whole, then a mask that must be given, then all that may be left out.
    private static IEnumerable<DraftParameter> Order(RequestDraft draft)
    {
        var inRoute = draft.Bindings.SelectMany(static b => b.Path.Select(static p => p.Name)).ToList();
        return draft.Parameters
            .OrderBy(p => p.IsRequired ? (inRoute.Contains(p.WireName) ? 0 : p.IsMask ? 2 : 1) : p.IsMask ? 3 : 4)
            .ThenBy(p => p.IsRequired && inRoute.Contains(p.WireName) ? inRoute.IndexOf(p.WireName) : 0);
    }

    private static MaskModel? Mask(RequestDraft draft, RpcRules? rpcRules)
    {
        if (draft.Parameters.Find(static p => p.IsMask) is not { } mask)
            return null;
        var writes = rpcRules is { MaskWrites: true };
        var written = writes ? draft.Parameters.Find(p => p.Type is { Kind: TypeKind.Message } && p.Type.Name == mask.Type.Name) : null;
        return new(mask.Type.Name!, writes, rpcRules?.MaskPaths is null, written?.Name, rpcRules?.MaskDeletes, rpcRules?.Implicit is { } implicitPaths ? string.Join(",", implicitPaths) : null);
    }

    private (TypeModel? Type, bool Streams) BindResponse(SpecOperation operation, string rpc)
    {
        if (operation.Response is not { } response)
            return (null, false);
        var place = rpc.Replace('/', '_') + "_response";
        var result = response.Properties.Find(static p => p.Name == "result");
        if (response.Reference is null && result is not null && response.Properties.TrueForAll(static p => p.Name is "result" or "error"))
            return (types.TypeOf(result.Schema, place), true);
        return (IsEmpty(response) ? null : types.TypeOf(response, place), false);
    }

    // The Things Stack's documents leave the members out too; any others may mean an object of any form.
    private bool IsEmpty(SpecSchema response) =>
        response.Reference is null && response.Properties.Count == 0 && response.AdditionalProperties is null
        && (response.HasNoMembers || (!rules.IsEmpty && (response.Type == "object" || !response.SaysSomething)));
}
