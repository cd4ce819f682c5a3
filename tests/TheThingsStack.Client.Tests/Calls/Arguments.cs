using System.Reflection;
using TheThingsStack.Client.Tests.Reference;
using TheThingsStack.Client.Tests.Samples;

namespace TheThingsStack.Client.Tests.Calls;

/// <summary>Which value of the request each parameter of a method is.</summary>
public sealed class Arguments
{
    private readonly Dictionary<string, WireType> _types = [];

    private Arguments(Rpc rpc, ServiceMethod method)
    {
        (Rpc, Method) = (rpc, method);
        foreach (var (name, type) in Inputs(rpc))
            _types.TryAdd(name, type);
        var open = method.Parameters.ToDictionary(p => p.Name!);
        foreach (var (wireName, type) in _types.OrderBy(t => t.Key.Length == 0 ? 0 : t.Key.Split('.').Length))
        {
            if (IsHeld(wireName))
                continue;
            if (Names(wireName, type).Select(n => open.GetValueOrDefault(n)).FirstOrDefault(p => p is not null && Fits(p, type)) is not { } parameter)
                continue;
            ByWireName.Add(wireName, parameter);
            open.Remove(parameter.Name!);
        }

        Assert.True(open.Count == 0, $"{rpc}: the reference has nothing for {string.Join(", ", open.Keys)}");
    }

    public Rpc Rpc { get; }

    public ServiceMethod Method { get; }

    /// <summary>The parameters by the path of their value in the request; the whole body has the path "".</summary>
    public Dictionary<string, ParameterInfo> ByWireName { get; } = [];

    public static Arguments Of(Rpc rpc) => new(rpc, ServiceMethod.Of(rpc));

    public WireType Type(string wireName) => _types[wireName];

    /// <summary>The path of the parameter that a value of the request lies in: itself, or a message around it.</summary>
    public string Holder(string wireName, Operation operation)
    {
        for (var name = wireName; ; name = name[..name.LastIndexOf('.')])
        {
            if (ByWireName.ContainsKey(name))
                return name;
            if (!name.Contains('.', StringComparison.Ordinal))
                break;
        }

        Assert.True(ByWireName.ContainsKey("") && operation.Body is not null, $"{operation}: no parameter holds {wireName}");
        return "";
    }

    // A value below a parameter of its own is that parameter's affair.
    private bool IsHeld(string wireName) => ByWireName.Keys.Any(k => k.Length > 0 && wireName.StartsWith(k + ".", StringComparison.Ordinal));

    // Everything that any binding of the RPC can carry, by path.
    private static IEnumerable<(string Name, WireType Type)> Inputs(Rpc rpc)
    {
        foreach (var operation in rpc.Operations)
        {
            foreach (var parameter in operation.Parameters)
            {
                var type = rpc.TypeOf((string)parameter["name"]!, parameter["schema"]!.AsObject());
                yield return ((string)parameter["name"]!, type);
            }

            if (operation.BodyMessage is { } message)
                yield return ("", new(WireKind.Message, message));
            foreach (var (name, schema) in operation.BodyMembers ?? [])
            {
                var type = rpc.TypeOf(name, schema!.AsObject());
                yield return (name, type);
                foreach (var below in Below(name, type, 0))
                    yield return below;
            }
        }
    }

    private static IEnumerable<(string Name, WireType Type)> Below(string name, WireType type, int depth)
    {
        if (type.Kind != WireKind.Message || depth > 3)
            yield break;
        foreach (var field in ApiReference.Fields(type.Name!))
        {
            var below = WireType.OfField(type.Name!, field);
            yield return (name + "." + field, below);
            foreach (var further in Below(name + "." + field, below, depth + 1))
                yield return further;
        }
    }

    private static bool Fits(ParameterInfo parameter, WireType type) =>
        (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType) == ClientTypes.Of(type);

    // The last segment is the name; what is longer stands for what is deeper.
    private static IEnumerable<string> Names(string wireName, WireType type)
    {
        if (wireName.Length == 0)
            return ["request", Camel(ClientTypes.Of(type).Name)];
        var segments = wireName.Split('.');
        var last = segments[^1];
        var above = segments[..^1].Reverse().Select(s => s.EndsWith("_ids", StringComparison.Ordinal) ? s[..^4] : s);
        return above.Where(s => last != s + "_id").Select(s => Camel(s + "_" + last)).Prepend(Camel(last)).Append(Camel(wireName.Replace('.', '_')));
    }

    private static string Camel(string name)
    {
        var words = name.Split('_');
        return char.ToLowerInvariant(words[0][0]) + words[0][1..] + string.Concat(words.Skip(1).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
    }
}
