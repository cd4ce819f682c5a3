using CsCheck;

namespace TheThingsStack.Tests.Masks;

public class FieldPathTests
{
    [Fact]
    public void Path_IsItsNumberAndItsText()
    {
        for (var i = 0; i < Thing.AllPaths.Length; i++)
        {
            var path = new FieldPath<Thing>(i);
            Assert.Equal((i, Thing.AllPaths[i]), (path.Index, path.ToString()));
            Assert.True(path == Thing.Path(Thing.AllPaths[i]));
            Assert.Equal(path.GetHashCode(), Thing.Path(Thing.AllPaths[i]).GetHashCode());
            Assert.True(path != new FieldPath<Thing>(i + 1));
            Assert.False(path.Equals((object)i));
        }
    }

    [Fact]
    public void Tree_OfAMessage_CountsFindsAndNamesEveryPath()
    {
        var tree = Thing.FieldPaths;
        Assert.Equal(Thing.AllPaths.Length, tree.Count);
        Assert.Equal(Thing.AllPaths, Enumerable.Range(0, tree.Count).Select(tree.Path));
        Assert.False(tree.TryFind("", out var index));
        Assert.Equal(-1, index);
        Assert.False(tree.TryFind("settings.mode.auto.x", out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Path(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Path(tree.Count));
    }

    [Fact]
    public void Tree_WithNothingInIt_HasNoPath()
    {
        var tree = new FieldPathTree("");
        Assert.Equal(0, tree.Count);
        Assert.False(tree.TryFind("a", out _));
    }

    [Fact]
    public void Tree_OfAnyShape_NumbersAsAWalkMeetsThem() => Gen.ULong.Sample(seed =>
    {
        var random = new Random((int)seed);
        var (tree, paths) = Grow(random, 4);
        Assert.Equal(paths.Count, tree.Count);
        for (var i = 0; i < paths.Count; i++)
        {
            Assert.Equal(paths[i], tree.Path(i));
            Assert.True(tree.TryFind(paths[i], out var index));
            Assert.Equal(i, index);
            Assert.Equal(paths.Count(p => p.StartsWith(paths[i] + ".", StringComparison.Ordinal)), tree.CountBelow(i));
            Assert.False(tree.TryFind(paths[i] + ".none", out _));
        }
    });

    private static (FieldPathTree Tree, List<string> Paths) Grow(Random random, int depth)
    {
        var names = Enumerable.Range(0, random.Next(1, 5)).Select(i => $"{(char)('a' + i)}{new string('_', random.Next(2))}{depth}").ToList();
        List<(int, FieldPathTree)> children = [];
        List<string> paths = [];
        for (var place = 0; place < names.Count; place++)
        {
            paths.Add(names[place]);
            if (depth == 0 || random.Next(3) == 0)
                continue;
            var (child, below) = Grow(random, depth - 1);
            children.Add((place, child));
            paths.AddRange(below.Select(p => $"{names[place]}.{p}"));
        }

        return (new(string.Join('\0', names), [.. children]), paths);
    }
}
