namespace TheThingsStack.Tests.Masks;

public class FieldMaskRuleTests
{
    private static readonly FieldMaskRule<Thing> s_get = new("Things/Get", "Identity Server", writes: false, "ids.*,name,tags", Siblings);
    private static readonly FieldMaskRule<Thing> s_settings = new("NsThings/Get", "Network Server", writes: false, "name,settings.*", Siblings);
    private static readonly FieldMaskRule<Thing> s_set = new("Things/Set", "Identity Server", writes: true, "ids.*,name,tags,settings,settings.delay.*,settings.mode.*,picture,rights", Siblings, deletes: "rights");
    private static readonly FieldMaskRule<Thing> s_any = new("AnyThings/Get", "Join Server", writes: false, "*", Siblings);

    [Fact]
    public void Allowed_IsTheShortFormExpanded()
    {
        Assert.Equal("ids,ids.id,ids.app,name,tags", s_get.Allowed.ToString());
        Assert.Equal("ids,name,tags", s_get.Fields.ToString());
        Assert.Equal(Thing.AllPaths, s_any.Allowed.Select(p => p.ToString()));
        Assert.Equal("ids,created_at,name,tags,settings,picture,rights", s_any.Fields.ToString());
        Assert.True(s_get.Allows(Thing.Path("ids.app")));
        Assert.False(s_get.Allows(Thing.Path("settings")));
    }

    [Fact]
    public void Allowed_PathsThatThisReferenceLacks_AreLeftOut() =>
        Assert.Equal("name", new FieldMaskRule<Thing>("X/Y", "Server", false, "gone,name,gone.*", Siblings).Allowed.ToString());

    [Fact]
    public void Check_WhatIsAllowed_IsGivenBack()
    {
        var mask = Thing.Mask("ids.id", "tags");
        Assert.Same(mask, s_get.Check(mask));
        Assert.Same(FieldMask<Thing>.Empty, s_get.Check([]));
        Assert.Throws<ArgumentNullException>(() => s_get.Check(null!));
    }

    [Fact]
    public void Check_WhatAnotherServerHolds_NamesIt()
    {
        var refusal = Assert.Throws<FieldMaskException>(() => s_get.Check(Thing.Mask("name", "settings.size", "picture")));
        Assert.Equal("Things/Get", refusal.Rpc);
        Assert.Equal(["settings.size", "picture"], refusal.Paths.Select(p => p.Path));
        Assert.Contains("Network Server", refusal.Paths[0].Reason, StringComparison.Ordinal);
        Assert.Contains("NsThings/Get", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("AnyThings/Get", refusal.Paths[1].Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("Things/Set", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_PathsOfANewerServer_AreRefused()
    {
        var refusal = Assert.Throws<FieldMaskException>(() => s_any.Check(MessageJson.Parse<FieldMask<Thing>>("""["name","new.path"]""")));
        Assert.Equal(["new.path"], refusal.Paths.Select(p => p.Path));
    }

    [Theory]
    [InlineData("settings.mode.fixed", "settings.mode.auto")]
    [InlineData("settings.mode.fixed.x", "settings.mode.auto")]
    [InlineData("settings.mode.fixed.y", "settings.mode.auto")]
    public void Check_TwoMembersOfAOneof_AreRefused(string first, string second)
    {
        var refusal = Assert.Throws<FieldMaskException>(() => s_any.Check(Thing.Mask("name", first, second)));
        Assert.Contains(first, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(second, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("settings.mode", "settings.mode.auto")]
    [InlineData("settings.mode.fixed.x", "settings.mode.fixed.y")]
    [InlineData("settings.mode.fixed", "settings.size")]
    [InlineData("settings", "settings.mode.fixed")]
    public void Check_OneMemberOfAOneof_IsAllowed(string first, string second) =>
        s_any.Check(Thing.Mask(first, second));

    [Fact]
    public void Check_OneofBelowItsParent_IsTheParents() =>
        s_any.Check(Thing.Mask("settings.mode", "settings.mode.fixed", "settings.mode.auto"));

    [Theory]
    [InlineData("""{"name":"n"}""", "name")]
    [InlineData("""{"tags":[]}""", "tags")]
    [InlineData("""{"ids":{"id":"i"},"created_at":"x","name":"n"}""", "name")]
    [InlineData("""{"settings":{"delay":5}}""", "settings.delay")]
    [InlineData("""{"settings":{"fixed":{"x":1}}}""", "settings.mode.fixed")]
    [InlineData("""{"settings":{"auto":{}}}""", "settings.mode.auto")]
    [InlineData("""{"settings":{}}""", "settings")]
    [InlineData("""{"picture":{"data":"AA=="}}""", "picture")]
    [InlineData("""{"rights":["R"],"name":""}""", "name,rights")]
    public void CheckWrite_WithoutMask_IsWhatIsSet(string json, string expected) =>
        Assert.Equal(expected, s_set.CheckWrite(null, Thing.Of(json)).ToString());

    [Theory]
    [InlineData("""{"settings":{"size":1},"name":"n"}""", "settings.size")]
    [InlineData("""{}""", "Nothing is set")]
    [InlineData("""{"ids":{"id":"i"}}""", "Nothing is set")]
    [InlineData("""{"rights":[]}""", "deletes")]
    public void CheckWrite_WithoutMask_DropsNothingInSilence(string json, string reason)
    {
        var refusal = Assert.Throws<FieldMaskException>(() => s_set.CheckWrite(null, Thing.Of(json)));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"name":"n"}""", "name")]
    [InlineData("""{}""", "name,tags")]
    [InlineData("""{"name":"n","tags":[]}""", "name")]
    [InlineData("""{"settings":{"delay":0}}""", "settings.delay.value")]
    [InlineData("""{}""", "settings.delay")]
    [InlineData("""{"settings":{"delay":1}}""", "settings")]
    [InlineData("""{"rights":["R"]}""", "rights")]
    [InlineData("""{"picture":{"data":"AA=="}}""", "picture")]
    public void CheckWrite_WithMask_LeavesItAsItIs(string json, string mask) =>
        Assert.Equal(mask, s_set.CheckWrite(FieldMask<Thing>.Parse(mask), Thing.Of(json)).ToString());

    [Theory]
    [InlineData("""{"name":"n"}""", "settings.size", "settings.size")]
    [InlineData("""{}""", "settings.delay.value", "settings.delay.value")]
    [InlineData("""{"settings":{"size":1}}""", "settings", "settings.size")]
    [InlineData("""{"rights":[]}""", "rights", "rights")]
    [InlineData("""{}""", "rights", "rights")]
    [InlineData("""{"name":"n"}""", "", "rights")]
    public void CheckWrite_WithMask_RefusesWhatIsNotMeant(string json, string mask, string path)
    {
        var refusal = Assert.Throws<FieldMaskException>(() => s_set.CheckWrite(FieldMask<Thing>.Parse(mask), Thing.Of(json)));
        Assert.Equal([path], refusal.Paths.Select(p => p.Path));
        Assert.Equal("Things/Set", refusal.Rpc);
    }

    [Fact]
    public void CheckWrite_WithoutMessage_IsRefused() =>
        Assert.Throws<ArgumentNullException>(() => s_set.CheckWrite(Thing.Mask("name"), null!));

    private static IReadOnlyList<FieldMaskRule<Thing>> Siblings() => [s_get, s_settings, s_set, s_any];
}
