using TheThingsStack.Client.Tests.Reference;
using TheThingsStack.Client.Tests.Samples;
using Xunit.Abstractions;

namespace TheThingsStack.Client.Tests.Messages;

public class OneofTests(ITestOutputHelper output)
{
    public static TheoryData<string, string> Oneofs
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var message in ApiReference.Messages)
            {
                foreach (var (name, _) in ApiReference.Oneofs(message))
                    data.Add(message, name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Oneofs))]
    public void Case_OfEveryMember_NamesIt(string message, string oneof)
    {
        var type = ClientTypes.Named(message);
        var property = type.GetProperties().Single(p => p.Name.Equals(oneof.Replace("_", "", StringComparison.Ordinal) + "Case", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("None", property.GetValue(Activator.CreateInstance(type))!.ToString());
        foreach (var member in Members(message, oneof))
            Assert.Equal(ClientTypes.Property(message, member).Name, property.GetValue(With(message, member))!.ToString());
    }

    [Theory]
    [MemberData(nameof(Oneofs))]
    public void Member_OfEveryOneof_TravelsAlone(string message, string oneof)
    {
        var access = MessageAccess.For(ClientTypes.Named(message));
        foreach (var member in Members(message, oneof))
        {
            var json = JsonDiff.Parse(access.Write(With(message, member)))!.AsObject();
            Assert.Equal([member], json.Select(m => m.Key));
        }
    }

    [Theory]
    [MemberData(nameof(Oneofs))]
    public void Members_TwoOfOneOneof_AreRefused(string message, string oneof)
    {
        var members = Members(message, oneof);
        var access = MessageAccess.For(ClientTypes.Named(message));
        for (var i = 0; i + 1 < members.Length; i++)
        {
            var both = With(message, members[i], members[i + 1]);
            var refusal = Assert.Throws<InvalidOperationException>(() => access.Write(both));
            Assert.Contains(oneof, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Oneofs_AreAllCovered()
    {
        output.WriteLine($"{Oneofs.Count} oneofs, {Oneofs.Sum(o => Members((string)o[0], (string)o[1]).Length)} members");
        Assert.Equal(25, Oneofs.Count);
    }

    private static string[] Members(string message, string oneof) => ApiReference.Oneofs(message).Single(o => o.Name == oneof).Members;

    private static object With(string message, params string[] members)
    {
        var clr = Activator.CreateInstance(ClientTypes.Named(message))!;
        foreach (var member in members)
        {
            var sample = new SampleFactory(new Choices(1, fill: 1, depth: 0, extremes: false)).Make(WireType.OfField(message, member));
            ClientTypes.Property(message, member).SetValue(clr, sample.Clr);
        }

        return clr;
    }
}
