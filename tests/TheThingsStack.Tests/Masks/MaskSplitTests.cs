namespace TheThingsStack.Tests.Masks;

public class MaskSplitTests
{
    private static readonly FieldMaskRule<Thing> s_first = new("A/Set", "Server A", writes: true, "ids.*,name,picture", static () => [s_first!, s_second!]);
    private static readonly FieldMaskRule<Thing> s_second = new("B/Set", "Server B", writes: true, "ids.*,name,settings.*,rights", static () => [s_first, s_second!]);

    [Fact]
    public void OfSet_GivesEachServerWhatItStores()
    {
        var parts = MaskSplit<Thing>.OfSet("Set", Thing.Of("""{"ids":{"id":"i"},"name":"n","picture":{"type":"t"},"settings":{"auto":{},"delay":1}}"""), s_first, s_second);
        Assert.Equal(["name,picture", "name,settings.delay,settings.mode.auto"], parts.Select(p => p.ToString()));
    }

    [Fact]
    public void OfSet_WhatNobodyStores_IsRefused()
    {
        var refusal = Assert.Throws<FieldMaskException>(() => MaskSplit<Thing>.OfSet("Set", Thing.Of("""{"name":"n","tags":["x"]}"""), s_first, s_second));
        Assert.Equal(("Set", "tags"), (refusal.Rpc, Assert.Single(refusal.Paths).Path));
    }

    [Fact]
    public void OfMask_GivesEachServerWhatItKnows()
    {
        var parts = MaskSplit<Thing>.OfMask("Get", Thing.Mask("name", "settings", "picture.data"), s_first, s_second);
        Assert.Equal(["name,picture", "name,settings"], parts.Select(p => p.ToString()));
    }

    [Fact]
    public void OfMask_OfAPathThatIsAcceptedInParts_TakesTheParts()
    {
        var parts = new FieldMaskRule<Thing>("C/Get", "Server C", writes: false, "settings.size,settings.delay.*", static () => []);
        Assert.Equal("settings.delay,settings.size", Assert.Single(MaskSplit<Thing>.OfMask("Get", Thing.Mask("settings"), parts)).ToString());
    }

    [Fact]
    public void OfMask_WhatNobodyKnows_IsRefused() =>
        Assert.Throws<FieldMaskException>(() => MaskSplit<Thing>.OfMask("Get", Thing.Mask("tags"), s_first, s_second));

    [Theory]
    [InlineData("name", """{"name":"n"}""")]
    [InlineData("settings", """{"settings":{"delay":5,"fixed":{"x":1,"y":2},"size":3}}""")]
    [InlineData("settings.mode", """{"settings":{"fixed":{"x":1,"y":2}}}""")]
    [InlineData("settings.mode.fixed", """{"settings":{"fixed":{"x":1,"y":2}}}""")]
    [InlineData("settings.mode.fixed.y,settings.delay", """{"settings":{"delay":5,"fixed":{"y":2}}}""")]
    [InlineData("settings.mode.auto", """{"settings":{}}""")]
    [InlineData("tags,rights", """{"tags":["a"]}""")]
    [InlineData("", """{}""")]
    public void Copy_HasWhatTheMaskNames(string mask, string expected)
    {
        var thing = Thing.Of("""{"name":"n","unknown":{"a":1},"settings":{"delay":5,"fixed":{"x":1,"y":2},"size":3},"tags":["a"]}""");
        Assert.Equal(expected, MessageJson.ToText(MaskedMessage.Copy(thing, FieldMask<Thing>.Parse(mask))));
    }

    [Fact]
    public void Merge_PutsTheSecondOverTheFirst()
    {
        var merged = MaskedMessage.Merge(
            Thing.Of("""{"name":"a","settings":{"delay":1,"size":2},"tags":["a","b"]}"""),
            Thing.Of("""{"settings":{"size":3,"auto":{}},"tags":["c"],"rights":["R"]}"""));
        Assert.Equal("""{"name":"a","settings":{"delay":1,"size":3,"auto":{}},"tags":["c"],"rights":["R"]}""", MessageJson.ToText(merged));
    }
}
