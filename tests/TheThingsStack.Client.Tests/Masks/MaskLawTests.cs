using CsCheck;
using TheThingsStack.V3;

namespace TheThingsStack.Client.Tests.Masks;

/// <summary>What holds for every mask, tried on masks of an end device.</summary>
public class MaskLawTests
{
    private static readonly FieldPathTree s_tree = Tree<EndDevice>();

    private static readonly Gen<FieldMask<EndDevice>> s_masks =
        Gen.Int[0, s_tree.Count - 1].Array[0, 12].Select(indexes => FieldMask.Create<EndDevice>([.. indexes.Select(i => new FieldPath<EndDevice>(i))]));

    private static readonly Gen<FieldPath<EndDevice>> s_paths = Gen.Int[0, s_tree.Count - 1].Select(i => new FieldPath<EndDevice>(i));

    [Fact]
    public void Union_IsCommutativeAssociativeAndIdempotent() => Gen.Select(s_masks, s_masks, s_masks).Sample((a, b, c) =>
    {
        Assert.Equal(a.Union(b), b.Union(a));
        Assert.Equal(a.Union(b).Union(c), a.Union(b.Union(c)));
        Assert.Equal(a, a.Union(a));
        Assert.Equal(a, a.Union(FieldMask<EndDevice>.Empty));
    });

    [Fact]
    public void ExceptAndIntersect_DivideAMask() => Gen.Select(s_masks, s_masks).Sample((a, b) =>
    {
        Assert.Equal(a, a.Except(b).Union(a.Intersect(b)));
        Assert.True(a.Except(b).Intersect(b).IsEmpty);
        Assert.Equal(a.Intersect(b), b.Intersect(a));
        Assert.True(a.Except(a).IsEmpty);
        Assert.Equal(a.Count + b.Count, a.Union(b).Count + a.Intersect(b).Count);
    });

    [Fact]
    public void Contains_AfterSetOperations_FollowsItsParts() => Gen.Select(s_masks, s_masks, s_paths).Sample((a, b, path) =>
    {
        Assert.Equal(a.Contains(path) || b.Contains(path), a.Union(b).Contains(path));
        Assert.Equal(a.Contains(path) && b.Contains(path), a.Intersect(b).Contains(path));
        Assert.Equal(a.Contains(path) && !b.Contains(path), a.Except(b).Contains(path));
    });

    [Fact]
    public void Covers_IsContainsOfThePathOrOneAboveIt() => Gen.Select(s_masks, s_paths).Sample((mask, path) =>
    {
        var texts = mask.Select(p => p.ToString()).ToList();
        Assert.Equal(texts.Exists(t => path.ToString() == t || path.ToString().StartsWith(t + ".", StringComparison.Ordinal)), mask.Covers(path));
    });

    [Fact]
    public void Minimize_SelectsTheSameWithNothingBelowAnother() => Gen.Select(s_masks, s_paths).Sample((mask, path) =>
    {
        var minimal = mask.Minimize();
        Assert.Equal(mask.Covers(path), minimal.Covers(path));
        Assert.Equal(minimal, minimal.Minimize());
        Assert.True(minimal.Except(mask).IsEmpty);
        var texts = minimal.Select(p => p.ToString()).ToList();
        Assert.DoesNotContain(texts, t => texts.Exists(other => t.StartsWith(other + ".", StringComparison.Ordinal)));
    });

    [Fact]
    public void Texts_OfAMask_ReadAsTheSameMask() => s_masks.Sample(mask =>
    {
        Assert.Equal(mask, FieldMask<EndDevice>.Parse(mask.ToString()));
        Assert.Equal(mask, FieldMask<EndDevice>.Parse(string.Join(" , ", mask.Reverse().Concat(mask).Select(p => p.ToString()))));
        Assert.Equal(mask, MessageJson.Parse<FieldMask<EndDevice>>(MessageJson.ToUtf8Bytes(mask)));
    });

    [Fact]
    public void Equality_IsThatOfTheTexts() => Gen.Select(s_masks, s_masks).Sample((a, b) =>
    {
        Assert.Equal(a.ToString() == b.ToString(), a.Equals(b));
        var copy = FieldMask.Create<EndDevice>([.. a.Reverse()]);
        Assert.Equal((a, a.GetHashCode()), (copy, copy.GetHashCode()));
    });

    private static FieldPathTree Tree<T>()
        where T : class, IFieldMaskTarget<T> => T.FieldPaths;
}
