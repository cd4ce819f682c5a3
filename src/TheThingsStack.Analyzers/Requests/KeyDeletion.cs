using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Masks;
using TheThingsStack.Analyzers.Requests.Bodies;
using TheThingsStack.Analyzers.Requests.Routes;
using TheThingsStack.Analyzers.Rules;

namespace TheThingsStack.Analyzers.Requests;

/// <summary>Updates of API keys that delete the key: rights that are written and empty.</summary>
internal static class KeyDeletion
{
    public static IEnumerable<Diagnostic> Judge(HttpRequest request, Route route, JsonPart body)
    {
        if (route.Rpc.Rule is not { Deletes: { } name } rule || rule.Message.Find(name) is not { } deleting || !Lacks(body, route, name))
            yield break;
        if (BodyMask.Find(body) is not { } member)
            yield return Report(request.NamePlace, $"A request without mask stands for {name}", rule, deleting);
        else if (BodyMask.Read(member, rule.Message) is not { } mask)
            yield break;
        else if (mask.Paths.Count == 0)
            yield return Report(member.Location, $"An empty mask stands for {name}", rule, deleting);
        else if (mask.Paths.FirstOrDefault(path => path.Node?.Covers(deleting) is true) is { } path)
            yield return Report(path.Location, $"'{name}' is in the mask", rule, deleting);
    }

    /// <summary>Whether it is seen that the entity comes without what deletes it when it is empty.</summary>
    private static bool Lacks(JsonPart body, Route route, string name)
    {
        var entity = body.Member(route.Body!.FirstOrDefault(static member => member != Route.Mask) ?? "")?.Value;
        return entity is null || entity.Kind == JsonKind.Null || (entity.Kind == JsonKind.Object && entity.Member(name)?.Value is not { IsEmpty: false });
    }

    private static Diagnostic Report(Location place, string reason, RpcRule rule, PathNode deleting) =>
        Diagnostic.Create(ApiKeyDeleted.Descriptor, place, reason, deleting.Path, rule.Message.Name);
}
