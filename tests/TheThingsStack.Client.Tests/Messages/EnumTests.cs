using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using TheThingsStack.Client.Tests.Reference;
using TheThingsStack.Client.Tests.Samples;
using TheThingsStack.Json;
using TheThingsStack.V3;

namespace TheThingsStack.Client.Tests.Messages;

public class EnumTests
{
    public static TheoryData<string> Enums => [.. ApiReference.Enums];

    [Theory]
    [MemberData(nameof(Enums))]
    public void Enum_EveryNameNumberAndAlias_IsReadAndWrittenAsTheServerDoes(string name) => Run(nameof(CheckKnown), name);

    [Theory]
    [MemberData(nameof(Enums))]
    public void Enum_WhatANewerServerSends_IsKeptAsItIs(string name) => Run(nameof(CheckUnknown), name);

    [Theory]
    [MemberData(nameof(Enums))]
    public void Enum_WhatIsNoNameOrNumber_IsRefused(string name) => Run(nameof(CheckRefused), name);

    [Theory]
    [MemberData(nameof(Enums))]
    public void Enum_Fields_AreAllItsValues(string name) => Run(nameof(CheckFields), name);

    [Fact]
    public void Enum_Default_IsTheZero()
    {
        Assert.Equal("MAC_UNKNOWN", default(MacVersion).Name);
        Assert.Equal(MacVersion.Unknown, default);
    }

    [Fact]
    public void Enum_OfAnAlias_IsTheSameValue()
    {
        Assert.Equal(new PhyVersion("1.0.3-a"), new PhyVersion("RP001_V1_0_3_REV_A"));
        Assert.Equal("\"PHY_V1_0_3_REV_A\"", MessageJson.ToText(new PhyVersion("1.0.3-a")));
    }

    private static void Run(string check, string name)
    {
        var method = typeof(EnumTests).GetMethod(check, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(ClientTypes.Named(name));
        method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [ApiReference.EnumRules(name)], null);
    }

    private static void CheckKnown<T>(JsonObject rules)
        where T : struct, IOpenEnum<T>
    {
        var isNumber = (string)rules["wire"]! == "number";
        var texts = rules["values"]!.AsObject().Concat(rules["accepts"]?.AsObject() ?? []);
        foreach (var (text, number) in texts)
        {
            var digits = number!.ToJsonString();
            var written = (string?)rules["written"]?[digits] ?? rules["values"]!.AsObject().First(v => v.Value!.ToJsonString() == digits).Key;

            // "2" can be the short name of a value, whose number is another.
            var isName = rules["accepts"]?.AsObject().ContainsKey(digits) ?? false;
            foreach (var form in new[] { JsonSerializer.Serialize(text), digits, isName ? digits : $"\"{digits}\"" })
            {
                var value = MessageJson.Parse<T>(form);
                Assert.True(value.IsKnown);
                Assert.Equal(written, value.Name);
                Assert.Equal(isNumber ? digits : $"\"{written}\"", MessageJson.ToText(value));
                Assert.Equal(written, value.ToQueryString());
            }
        }
    }

    private static void CheckUnknown<T>(JsonObject rules)
        where T : struct, IOpenEnum<T>
    {
        Assert.NotNull(rules);
        foreach (var form in new[] { "\"OF_A_NEWER_SERVER\"", "\"\"", "7654321", "-3", "\"ümläut\"" })
        {
            var value = MessageJson.Parse<T>(form);
            Assert.False(value.IsKnown);
            Assert.Equal(JsonNode.Parse(form)!.ToString(), value.Name);
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(form), JsonNode.Parse(MessageJson.ToText(value))));
            Assert.Equal(value, MessageJson.Parse<T>(MessageJson.ToText(value)));
        }
    }

    private static void CheckRefused<T>(JsonObject rules)
        where T : struct, IOpenEnum<T>
    {
        Assert.NotNull(rules);
        foreach (var form in new[] { "true", "{}", "[]", "1.5", "99999999999", "null" })
            Assert.Throws<JsonException>(() => MessageJson.Parse<T>(form));
    }

    private static void CheckFields<T>(JsonObject rules)
        where T : struct, IOpenEnum<T>
    {
        var fields = typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static f => (T)f.GetValue(null)!).ToList();
        Assert.Equal(rules["values"]!.AsObject().Count, fields.Count);
        foreach (var (name, _) in rules["values"]!.AsObject())
            Assert.Contains(MessageJson.Parse<T>($"\"{name}\""), fields);
    }
}
