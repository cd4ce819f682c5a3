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
        var takenProperties = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "TheThingsStackClient", "Dispose", "Connection", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals" };
        foreach (var service in Group().GroupBy(static g => g.Rpc.Split('/')[0]))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!isWanted(service.Key))
                continue;
            var name = Names.Take(takenProperties, Names.Pascal(service.Key), Names.Pascal(service.Key) + "Service");
            var className = Names.Take(schemas.TakenTypeNames, Names.Pascal(service.Key) + "Client", Names.Pascal(service.Key) + "ServiceClient");
            document.TagSummaries.TryGetValue(service.Key, out var summary);
            services.Add(new(name, className, summary, BindMethods(service).ToEquatableArray()));
        }

        return [.. services.OrderBy(static s => s.Name, StringComparer.Ordinal)];
    }

    /// <summary>The names of all services, as the user names them to narrow the client.</summary>
    public IEnumerable<string> ServiceNames() => document.Operations.Select(o => rules.RpcOf(o)?.Split('/')[0] ?? o.Tag ?? DefaultService).Distinct();

    private const string DefaultService = "Default";

    private List<(string Rpc, List<SpecOperation> Operations)> Group()
    {
        var groups = new List<(string Rpc, List<SpecOperation> Operations)>();
        var byRpc = new Dictionary<string, List<SpecOperation>>(StringComparer.Ordinal);
        var ids = new HashSet<string>(document.Operations.Where(static o => o.Id is not null).Select(static o => o.Id!), StringComparer.Ordinal);
        foreach (var operation in document.Operations)
        {
            var rpc = rules.RpcOf(operation) ?? RpcName(operation, ids);
            if (!byRpc.TryGetValue(rpc, out var operations))
            {
                byRpc.Add(rpc, operations = []);
                groups.Add((rpc, operations));
            }

            operations.Add(operation);
        }

        return groups;
    }

    private string RpcName(SpecOperation operation, HashSet<string> ids)
    {
        var service = operation.Tag ?? DefaultService;
        if (operation.Id is not { Length: > 0 } id)
            return $"{service}/{operation.HttpMethod.ToLowerInvariant()}_{operation.Route}";
        if (!_seenIds.Add(id))
        {
            faults.Add(FaultKind.DuplicateOperation, operation.Offset, id);
            return $"{service}/{id}_{operation.HttpMethod.ToLowerInvariant()}_{operation.Route}";
        }

        // A gateway numbers the further bindings of an RPC: Registry_List2 is Registry_List by another route.
        var bare = Names.WithoutNumber(id);
        if (bare.Length < id.Length && bare.IndexOf('_') > 0 && ids.Contains(bare))
            id = bare;
        var prefix = service + "_";
        return id.StartsWith(prefix, StringComparison.Ordinal) && id.Length > prefix.Length ? $"{service}/{id.Substring(prefix.Length)}" : $"{service}/{id}";
    }

    private IEnumerable<MethodModel> BindMethods(IEnumerable<(string Rpc, List<SpecOperation> Operations)> groups)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (rpc, operations) in groups)
        {
            var first = operations[0];
            var name = Names.Take(taken, Names.Pascal(rpc.Substring(rpc.IndexOf('/') + 1)), Names.Pascal(first.HttpMethod.ToLowerInvariant() + "_" + first.Route));
            yield return BindMethod(name, rpc, operations);
        }
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
            new BindingBinder(draft, types, faults).Bind().ToEquatableArray(),
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
        return new(mask.Type.Name!, writes, rpcRules?.MaskPaths is null, (rpcRules?.MaskPaths ?? []).ToEquatableArray(), written?.Name, rpcRules?.MaskDeletes, rpcRules?.Implicit is { } implicitPaths ? string.Join(",", implicitPaths) : null);
    }

    private (TypeModel? Type, bool Streams) BindResponse(SpecOperation operation, string rpc)
    {
        if (operation.Response is not { } response)
            return (null, false);
        var place = rpc.Replace('/', '_') + "_response";
        var result = response.Properties.Find(static p => p.Name == "result");
        if (response.Reference is null && result is not null && response.Properties.TrueForAll(static p => p.Name is "result" or "error"))
            return (types.TypeOf(result.Schema, place), true);
        var isEmpty = response.Reference is null && response.Type is "object" or null
            && response.Properties.Count == 0 && response.AdditionalProperties is null && !response.IsChoice;
        return (isEmpty ? null : types.TypeOf(response, place), false);
    }
}
