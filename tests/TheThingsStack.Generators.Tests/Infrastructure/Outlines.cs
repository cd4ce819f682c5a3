using System.Text;
using TheThingsStack.Generators.Reading;

namespace TheThingsStack.Generators.Tests.Infrastructure;

/// <summary>Compares what is made of the outline of a reference, with its sentences put in later, with what is made of the whole.</summary>
internal static class Outlines
{
    public static void AssertSayTheSame(string reference)
    {
        var source = SpecSource.Of(reference);
        var whole = Emitted.Bind(new ReferenceOutline("", new(Encoding.UTF8.GetBytes(reference.TrimStart('\uFEFF')))));
        var outlined = Emitted.Bind(new ReferenceText("", source));

        Assert.True(whole.Value == outlined.Value, $"another model: {reference}");
        Assert.Equal(PlacedFault.In(reference, whole.Faults), PlacedFault.In(source, outlined.Faults));
    }
}
