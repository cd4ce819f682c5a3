using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Binding;

/// <summary>What some services lead to, and nothing else.</summary>
internal static class Reachability
{
    public static (List<MessageModel> Messages, List<EnumModel> Enums) Narrow(
        IEnumerable<ServiceModel> services, IReadOnlyDictionary<string, MessageModel> messages, List<EnumModel> enums)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<TypeModel>();
        foreach (var method in services.SelectMany(static s => s.Methods))
        {
            foreach (var parameter in method.Parameters)
                waiting.Push(parameter.Type);
            if (method.Response is { } response)
                waiting.Push(response);
        }

        while (waiting.Count > 0)
        {
            var type = waiting.Pop();
            if (type.Element is { } element)
                waiting.Push(element);
            if (type.Name is not { } name || !reached.Add(name) || !messages.TryGetValue(name, out var message))
                continue;
            foreach (var field in message.Fields)
                waiting.Push(field.Type);
        }

        return ([.. messages.Values.Where(m => reached.Contains(m.Name))], enums.FindAll(e => reached.Contains(e.Name)));
    }
}
