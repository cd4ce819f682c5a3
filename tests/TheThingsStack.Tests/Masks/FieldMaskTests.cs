using System.Text.Json;

namespace TheThingsStack.Tests.Masks;

public class FieldMaskTests
{
    [Fact]
    public void CollectionExpression_KeepsEachPathOnceInDeclarationOrder()
    {
        FieldMask<Thing> mask = [Thing.Path("rights"), Thing.Path("name"), Thing.Path("settings.delay"), Thing.Path("name")];
        Assert.Equal("name,settings.delay,rights", mask.ToString());
        Assert.Equal(3, mask.Count);
        Assert.Equal(["name", "settings.delay", "rights"], mask.Select(p => p.ToString()));
        Assert.True(mask.Contains(Thing.Path("settings.delay")));
        Assert.False(mask.Contains(Thing.Path("settings")));
        Assert.False(mask.Contains(Thing.Path("settings.delay.value")));
    }

    [Fact]
    public void Empty_IsWhatHasNoPath()
    {
        FieldMask<Thing> mask = [];
        Assert.Same(FieldMask<Thing>.Empty, mask);
        Assert.True(mask.IsEmpty);
        Assert.Equal("", mask.ToString());
        Assert.Equal(mask, FieldMask<Thing>.Parse(""));
        Assert.Equal(mask, FieldMask<Thing>.Parse(" \t"));
    }

    [Theory]
    [InlineData("name", "name")]
    [InlineData("name,tags", "name,tags")]
    [InlineData(" tags ,\tname\n", "name,tags")]
    [InlineData("name,name,name", "name")]
    [InlineData("settings.mode.fixed.x,settings", "settings,settings.mode.fixed.x")]
    public void Parse_ReadsPathsBetweenCommas(string text, string expected)
    {
        Assert.Equal(expected, FieldMask<Thing>.Parse(text).ToString());
        Assert.True(FieldMask<Thing>.TryParse(text, out var mask));
        Assert.Equal(expected, mask.ToString());
        Assert.Equal(expected, Parsed<FieldMask<Thing>>(text).ToString());
    }

    [Theory]
    [InlineData("colour", "colour")]
    [InlineData("nam", "nam (did you mean name?)")]
    [InlineData("Name", "Name (did you mean name?)")]
    [InlineData("name,colour,settings.sise,tags", "colour; settings.sise (did you mean settings.size?)")]
    [InlineData("createdAt", "createdAt (did you mean created_at?)")]
    [InlineData("tags.0", "tags.0 (paths do not go below tags)")]
    [InlineData("ids.id.x", "ids.id.x (paths do not go below ids.id)")]
    [InlineData("name.", "name. (paths do not go below name)")]
    [InlineData(".name", ".name (did you mean name?)")]
    [InlineData("settings..size", "settings..size (did you mean settings.size?)")]
    [InlineData("settings.fixed", "settings.fixed (did you mean settings.mode.fixed?)")]
    [InlineData("name,", "an empty path")]
    [InlineData(",", "an empty path; an empty path")]
    [InlineData("name tags", "name tags")]
    [InlineData("thing.name", "thing.name")]
    public void Parse_WhatIsNoPath_IsNamed(string text, string named)
    {
        var refusal = Assert.Throws<FormatException>(() => FieldMask<Thing>.Parse(text));
        Assert.Equal($"Not a path of Thing: {named}.", refusal.Message);
        Assert.False(FieldMask<Thing>.TryParse(text, out var mask));
        Assert.Null(mask);
    }

    [Fact]
    public void Parse_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => FieldMask<Thing>.Parse(null!));
        Assert.False(FieldMask<Thing>.TryParse(null, out _));
    }

    [Fact]
    public void Equality_IsThatOfThePaths()
    {
        var mask = Thing.Mask("name", "tags");
        Assert.Equal(mask, Thing.Mask("tags", "name", "tags"));
        Assert.Equal(mask.GetHashCode(), Thing.Mask("tags", "name").GetHashCode());
        Assert.NotEqual(mask, Thing.Mask("name"));
        Assert.NotEqual(mask, Thing.Mask("name", "rights"));
        Assert.False(mask.Equals(null));
        Assert.False(mask.Equals((object)"name,tags"));
        Assert.True(mask.Equals((object)Thing.Mask("name", "tags")));
    }

    [Fact]
    public void SetOperations_GiveTheirPaths()
    {
        var (left, right) = (Thing.Mask("name", "tags", "settings"), Thing.Mask("tags", "settings.size", "rights"));
        Assert.Equal("name,tags,settings,settings.size,rights", left.Union(right).ToString());
        Assert.Equal("name,settings", left.Except(right).ToString());
        Assert.Equal("tags", left.Intersect(right).ToString());
        Assert.Equal("name,tags,settings,rights", left.Union(right).Minimize().ToString());
        Assert.Throws<ArgumentNullException>(() => left.Union(null!));
        Assert.Throws<ArgumentNullException>(() => left.Except(null!));
        Assert.Throws<ArgumentNullException>(() => left.Intersect(null!));
    }

    [Theory]
    [InlineData("settings", true)]
    [InlineData("settings.size", true)]
    [InlineData("settings.mode.fixed.y", true)]
    [InlineData("settings.delay.value", true)]
    [InlineData("picture", false)]
    [InlineData("picture.type", true)]
    [InlineData("tags", false)]
    [InlineData("rights", false)]
    [InlineData("ids", false)]
    public void Covers_AsksForThePathOrOneAbove(string path, bool expected) =>
        Assert.Equal(expected, Thing.Mask("settings", "picture.type").Covers(Thing.Path(path)));

    [Theory]
    [InlineData("""{"paths":["tags","name"]}""", "name,tags")]
    [InlineData("""["tags","name","tags"]""", "name,tags")]
    [InlineData("\"tags,name\"", "name,tags")]
    [InlineData("\"createdAt, settings.mode.fixed.x\"", "created_at,settings.mode.fixed.x")]
    [InlineData("\"\"", "")]
    [InlineData("{}", "")]
    [InlineData("""{"paths":null}""", "")]
    [InlineData("""{"paths":[]}""", "")]
    [InlineData("""{"paths":["name",null],"more":1}""", "name")]
    [InlineData("""{"paths":["new","name","another.new","new"]}""", "name,another.new,new")]
    [InlineData("""{"paths":[""]}""", "")]
    public void Json_InEveryForm_IsReadAndWrittenAsAnObject(string json, string expected)
    {
        var mask = MessageJson.Parse<FieldMask<Thing>>(json);
        Assert.Equal(expected, mask.ToString());
        var paths = json == """{"paths":[""]}""" ? [""] : expected.Split(',', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal($$"""{"paths":{{JsonSerializer.Serialize(paths)}}}""", MessageJson.ToText(mask));
        Assert.Equal(mask, MessageJson.Parse<FieldMask<Thing>>(MessageJson.ToText(mask)));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("""{"paths":"name"}""")]
    [InlineData("""{"paths":[1]}""")]
    [InlineData("""{"paths":{}}""")]
    [InlineData("\"\\ud800\"")]
    public void Json_OfAnotherKind_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => MessageJson.Parse<FieldMask<Thing>>(json));

    [Fact]
    public void UnknownPaths_OfANewerServer_TakePartInEverything()
    {
        var mask = MessageJson.Parse<FieldMask<Thing>>("""["zeta","name","alpha"]""");
        var other = MessageJson.Parse<FieldMask<Thing>>("""["zeta","tags"]""");
        Assert.Equal(3, mask.Count);
        Assert.Equal(["name"], mask.Select(p => p.ToString()));
        Assert.Equal("name,tags,alpha,zeta", mask.Union(other).ToString());
        Assert.Equal("name,alpha", mask.Except(other).ToString());
        Assert.Equal("zeta", mask.Intersect(other).ToString());
        Assert.Equal("name,alpha,zeta", mask.Minimize().ToString());
        Assert.NotEqual(mask, Thing.Mask("name"));
        Assert.Equal(mask, MessageJson.Parse<FieldMask<Thing>>("""["alpha","zeta","name"]"""));
        Assert.Equal(mask.GetHashCode(), MessageJson.Parse<FieldMask<Thing>>("""["alpha","zeta","name"]""").GetHashCode());
    }

    private static T Parsed<T>(string text)
        where T : IParsable<T>
    {
        Assert.True(T.TryParse(text, null, out var tried));
        var parsed = T.Parse(text, null);
        Assert.Equal(parsed, tried);
        return parsed;
    }
}
