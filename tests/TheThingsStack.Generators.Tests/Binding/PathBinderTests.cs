using TheThingsStack.Generators.Binding;
using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Tests.Binding;

public sealed class PathBinderTests
{
    private static readonly TypeModel Number = new(TypeKind.Int32);

    [Fact]
    public void Scalars_EndAPath() =>
        AssertPaths([Message("A", Field("one", Number), Field("two_words", TypeModel.Text))], "one", "two_words");

    [Theory]
    [InlineData(nameof(TypeKind.List))]
    [InlineData(nameof(TypeKind.Map))]
    [InlineData(nameof(TypeKind.Struct))]
    [InlineData(nameof(TypeKind.Any))]
    [InlineData(nameof(TypeKind.Node))]
    [InlineData(nameof(TypeKind.Mask))]
    [InlineData(nameof(TypeKind.Enum))]
    public void WhatIsNoMessage_EndsAPath(string kind) =>
        AssertPaths([Message("A", Field("f", new(Enum.Parse<TypeKind>(kind), "B", Of("B")))), Message("B", Field("g", Number))], "f");

    [Fact]
    public void Messages_LeadOnInOrder() =>
        AssertPaths(
            [Message("A", Field("first", Number), Field("b", Of("B")), Field("last", Of("C"))), Message("B", Field("x", Number), Field("c", Of("C"))), Message("C", Field("y", Number))],
            "first", "b", "b.x", "b.c", "b.c.y", "last", "last.y");

    [Fact]
    public void Wrappers_HaveAValueBelow() =>
        AssertPaths([Message("A", Field("delay", Number, isWrapper: true), Field("z", Number))], "delay", "delay.value", "z");

    [Fact]
    public void Oneofs_AreASegmentWhereTheirFirstMemberStands() =>
        AssertPaths(
            [
                Message("A", [new("Mode", "mode", Names("On", "Off"))], Field("a", Number), Field("on", Of("B")), Field("between", Number), Field("off", Number)),
                Message("B", Field("margin", Number)),
            ],
            "a", "mode", "mode.on", "mode.on.margin", "mode.off", "between");

    [Fact]
    public void Oneofs_OfOneNameInOneMessage_AreTwoBuilders()
    {
        var paths = Bind([Message("A", [new("X", "x", Names("B")), new("Y", "y", Names("C"))], Field("b", Number), Field("c", Number)), Message("AX", Field("d", Number))], "A", "AX");

        Assert.Equal(["A", "AX", "AXOneof", "AY"], paths.Select(static p => p.Name));
        Assert.Equal(["x", "x.b", "y", "y.c"], Texts(paths, "A"));
        Assert.Equal(["d"], Texts(paths, "AX"));
    }

    // The server lists what stands before the field that leads back, and stops there.
    [Fact]
    public void Recursion_OfAMessageInItself_OpensOnceAsFarAsTheFieldsBeforeIt() =>
        AssertPaths(
            [Message("A", Field("name", Number), Field("b", Of("B")), Field("cause", Of("A")), Field("code", Number)), Message("B", Field("x", Number))],
            "name", "b", "b.x", "cause", "cause.name", "cause.b", "cause.b.x", "code");

    [Fact]
    public void Recursion_ThroughAnotherMessage_Ends() =>
        AssertPaths([Message("A", Field("b", Of("B"))), Message("B", Field("x", Number), Field("a", Of("A")))], "b", "b.x", "b.a");

    [Fact]
    public void Messages_ThatAreNotThere_EndAPath() => AssertPaths([Message("A", Field("b", Of("Gone")))], "b");

    [Fact]
    public void Depth_WithoutEnd_IsCut()
    {
        var messages = Enumerable.Range(0, 20_000).Select(static i => Message($"M{i}", Field("f", Of($"M{i + 1}"))));

        Assert.Equal(64, Texts(Bind(messages, "M0"), "M0").Count);
    }

    [Fact]
    public void Growth_WithoutEnd_IsCut()
    {
        // Each message holds the next one twenty times: 20 to the 12th paths.
        var messages = Enumerable.Range(0, 12).Select(static level => Message($"M{level}", [.. Enumerable.Range(0, 20).Select(i => Field($"f{i}", Of($"M{level + 1}")))]));

        var paths = Bind(messages, "M0");

        Assert.All(paths, static p => Assert.InRange(p.Count, 0, 20 * 50_001));
    }

    [Fact]
    public void Names_ThatCollide_DoNotHideAPath()
    {
        var paths = Bind([Message("Wrapper", [new("Get", "get", Names("Equals"))], Field("equals", Number), Field("get", Number, isWrapper: true), Field("to_string", Number))], "Wrapper");

        Assert.Equal(["ValueWrapper", "Wrapper", "WrapperGet"], paths.Select(static p => p.Name));
        Assert.Equal(["Get", "GetField", "ToStringField"], paths.Single(static p => p.Name == "Wrapper").Entries.Select(static e => e.Name));
        Assert.Equal(["EqualsField"], paths.Single(static p => p.Name == "WrapperGet").Entries.Select(static e => e.Name));
    }

    [Fact]
    public void RootsAndNodes_AreMarked()
    {
        var paths = Bind([Message("A", Field("b", Of("B"))), Message("B", Field("x", Number)), Message("C", Field("b", Of("B")))], "A", "B");

        Assert.Equal([("A", true, false), ("B", true, true)], paths.Select(static p => (p.Name, p.IsRoot, p.IsNode)));
    }

    private static void AssertPaths(MessageModel[] messages, params string[] expected) => Assert.Equal(expected, Texts(Bind(messages, messages[0].Name), messages[0].Name));

    private static List<PathsModel> Bind(IEnumerable<MessageModel> messages, params string[] targets) => new PathBinder(messages).Bind(targets);

    /// <summary>All paths in order; each must stand at the number that its entry says.</summary>
    private static List<string> Texts(List<PathsModel> paths, string name)
    {
        var texts = new List<string>();
        var model = paths.Single(p => p.Name == name);
        foreach (var entry in model.Entries)
        {
            Assert.Equal(texts.Count, entry.Index);
            texts.Add(entry.WireName);
            if (entry.Below is { } below)
                texts.AddRange(Texts(paths, below).Select(path => entry.WireName + "." + path));
        }

        Assert.Equal(texts.Count, model.Count);
        return texts;
    }

    private static TypeModel Of(string message) => new(TypeKind.Message, message);

    private static EquatableArray<string> Names(params string[] names) => names.ToEquatableArray();

    private static FieldModel Field(string wireName, TypeModel type, bool isWrapper = false) =>
        new(Generators.Binding.Names.Pascal(wireName), wireName, type, null, IsDeprecated: false, isWrapper);

    private static MessageModel Message(string name, params FieldModel[] fields) => Message(name, [], fields);

    private static MessageModel Message(string name, OneofModel[] oneofs, params FieldModel[] fields) =>
        new(name, name, null, null, fields.ToEquatableArray(), oneofs.ToEquatableArray(), IsMaskTarget: false);
}
