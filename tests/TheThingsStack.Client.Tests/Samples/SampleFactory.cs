using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using TheThingsStack.Client.Tests.Reference;

namespace TheThingsStack.Client.Tests.Samples;

/// <summary>
/// Makes values in two forms at once: the .NET one by reflection over the generated types, the wire one by the rules of the server.
/// </summary>
public sealed class SampleFactory(Choices choices)
{
    private static readonly string[] s_packed = ["EndDevice", "ApplicationUp", "ErrorDetails", "Gateway", "EndDeviceIdentifiers"];

    /// <summary>A value.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="depth">How many messages it lies in.</param>
    public Sample Make(WireType type, int depth = 0) => type.Kind switch
    {
        WireKind.Enum => Enumeration(type),
        WireKind.Message => Message(type.Name!, depth),
        WireKind.Mask => Mask(type.Name!, MaskGrammar.Paths(type.Name!)),
        WireKind.List => List(type, depth),
        WireKind.Map => Map(type, depth),
        WireKind.Struct => Struct(),
        WireKind.Any => AnyMessage(depth),
        _ => ScalarSamples.Make(type, choices),
    };

    /// <summary>A message with some of its fields set; of every oneof one member.</summary>
    /// <param name="message">The name of the message.</param>
    /// <param name="depth">How many messages it lies in.</param>
    /// <param name="wanted">Whether a field is to be set: true or false decides; null leaves it to chance.</param>
    public Sample Message(string message, int depth = 0, Func<string, bool?>? wanted = null, Func<string, WireType, Sample>? make = null)
    {
        var clr = Activator.CreateInstance(ClientTypes.Named(message))!;
        var json = new JsonObject();
        var chosen = ApiReference.Oneofs(message).Select(o => Member(o.Members, wanted)).ToList();
        var inOneof = ApiReference.Oneofs(message).SelectMany(o => o.Members).ToList();
        foreach (var field in ApiReference.Fields(message))
        {
            var type = WireType.OfField(message, field);
            var isAllowed = inOneof.Contains(field) ? chosen.Contains(field) : true;
            var isWanted = wanted?.Invoke(field) ?? (isAllowed && (depth < choices.Depth || !IsDeep(type)) && choices.Includes());
            if (!isWanted)
                continue;
            var sample = make?.Invoke(field, type) ?? Make(type, depth + 1);
            var property = ClientTypes.Property(message, field);
            Assert.Equal(ClientTypes.Of(type), Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
            property.SetValue(clr, sample.Clr);
            json.Add(field, sample.CopyJson());
        }

        return new(clr, json, []);
    }

    private string Member(string[] members, Func<string, bool?>? wanted) =>
        members.FirstOrDefault(m => wanted?.Invoke(m) == true) ?? choices.OneOf(members);

    private static bool IsDeep(WireType type) => type.Kind is WireKind.Message or WireKind.Any || (type.Element is { } element && IsDeep(element));

    private Sample Enumeration(WireType type)
    {
        var rules = ApiReference.EnumRules(type.Name!);
        var (name, number) = choices.OneOf(rules["values"]!.AsObject().ToList());
        var written = (string?)rules["written"]?[(string?)number!.ToString() ?? ""] ?? name;
        var isNumber = (string)rules["wire"]! == "number";
        var clr = Activator.CreateInstance(ClientTypes.Of(type), name)!;
        return new(clr, isNumber ? number!.DeepClone() : written, written);
    }

    /// <summary>A mask of some of these paths of a message; of those through a oneof one at most.</summary>
    public Sample Mask(string message, IReadOnlyList<MaskPath> among)
    {
        var chosen = Enumerable.Range(0, 1 + choices.Next(4)).Select(_ => choices.OneOf(among).Text).ToHashSet();
        var paths = among.Where(p => chosen.Contains(p.Text)).ToList();
        paths.RemoveAll(p => p.Oneof is not null && p != paths.First(o => o.Oneof is not null));
        var text = string.Join(',', paths.Select(p => p.Text));
        var parse = ClientTypes.Of(new(WireKind.Mask, message)).GetMethod("Parse", BindingFlags.Public | BindingFlags.Static)!;
        var json = new JsonObject { ["paths"] = new JsonArray([.. paths.Select(p => (JsonNode)p.Text)]) };
        return new(parse.Invoke(null, [text])!, json, text);
    }

    private Sample List(WireType type, int depth)
    {
        var items = Enumerable.Range(0, choices.Count()).Select(_ => Make(type.Element!, depth)).ToList();
        var clr = (IList)Activator.CreateInstance(ClientTypes.Of(type))!;
        foreach (var item in items)
            clr.Add(item.Clr);
        return new(clr, new JsonArray([.. items.Select(i => i.CopyJson())]), [.. items.SelectMany(i => i.Texts)]);
    }

    private Sample Map(WireType type, int depth)
    {
        var clr = (IDictionary)Activator.CreateInstance(ClientTypes.Of(type))!;
        var json = new JsonObject();
        for (var i = choices.Count(); i > 0; i--)
        {
            var key = type.Key == WireKind.Text ? new(choices.Text(), null, "") : ScalarSamples.Make(new(type.Key), choices);
            var name = Convert.ToString(key.Clr, CultureInfo.InvariantCulture)!;
            if (json.ContainsKey(name))
                continue;
            var value = Make(type.Element!, depth);
            clr.Add(key.Clr, value.Clr);
            json.Add(name, value.CopyJson());
        }

        return new(clr, json, []);
    }

    private Sample Struct()
    {
        var json = (JsonObject)Node(3, isObject: true)!;
        return new(json.DeepClone(), json, []);
    }

    private JsonNode? Node(int depth, bool isObject = false)
    {
        switch (isObject ? 0 : choices.Next(depth > 0 ? 8 : 6))
        {
            case 0 when depth > 0:
                var members = new JsonObject();
                for (var i = choices.Count(); i > 0; i--)
                    members[choices.Text()] = Node(depth - 1);
                return members;
            case 1 when depth > 0:
                return new JsonArray([.. Enumerable.Range(0, choices.Count()).Select(_ => Node(depth - 1))]);
            case 2:
                return choices.Next(2) == 0;
            case 3:
                return null;
            case 4:
                return choices.Next(int.MaxValue) / 128.0;
            default:
                return choices.Text();
        }
    }

    private Sample AnyMessage(int depth)
    {
        var name = choices.OneOf(s_packed);
        var json = new JsonObject { ["@type"] = "type.googleapis.com/" + (string)ApiReference.MessageRules(name)!["proto"]! };
        foreach (var (field, value) in (JsonObject)Message(name, Math.Max(depth, choices.Depth)).Json!)
            json.Add(field, value?.DeepClone());
        return new(new Any((JsonObject)json.DeepClone()), json, []);
    }
}
