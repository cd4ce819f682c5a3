using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Binding;

/// <summary>Recognises lists that come in pages: they take <c>page</c> and <c>limit</c>, and answer with one list.</summary>
internal static class Paging
{
    private static readonly string[] Verbs = ["List", "Search", "Get"];

    /// <summary>The service with a further method for each of its lists.</summary>
    public static ServiceModel Find(ServiceModel service, IReadOnlyDictionary<string, MessageModel> messages)
    {
        var taken = new HashSet<string>(service.Methods.Select(static m => m.Name), StringComparer.Ordinal);
        return service with { Methods = service.Methods.Select(m => Find(m, messages, taken)).ToEquatableArray() };
    }

    private static MethodModel Find(MethodModel method, IReadOnlyDictionary<string, MessageModel> messages, HashSet<string> taken)
    {
        var takesPages = method.Parameters.Any(static p => p.WireName == "page" && p.Type.Kind == TypeKind.UInt32)
            && method.Parameters.Any(static p => p.WireName == "limit" && p.Type.Kind == TypeKind.UInt32);
        if (!takesPages || method.Response is not { Kind: TypeKind.Message, Name: { } name } || !messages.TryGetValue(name, out var response))
            return method;
        var lists = response.Fields.Where(static f => f.Type.Kind == TypeKind.List).ToList();
        if (lists.Count != 1)
            return method;
        var verb = Verbs.FirstOrDefault(v => method.Name.StartsWith(v, StringComparison.Ordinal)) ?? "";
        var rest = method.Name.Substring(verb.Length);
        var pagingName = Names.Take(taken, [verb + "All" + rest, verb + "AllPages" + rest]);
        return method with { PagingMethod = pagingName, PagingField = lists[0].Name, PagingItem = lists[0].Type.Element };
    }
}
