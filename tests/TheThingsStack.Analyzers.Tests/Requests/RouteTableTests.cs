using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Requests.Routes;
using TheThingsStack.Analyzers.Tests.Infrastructure;

namespace TheThingsStack.Analyzers.Tests.Requests;

public class RouteTableTests
{
    private static readonly RouteTable Own = RouteTable.Of(null);

    [Fact]
    public void Table_HasEveryRouteAndRule()
    {
        Assert.Equal(322, Own.Routes.Count);
        Assert.Equal(76, Own.Rules.Count);
        Assert.All(Own.Rules, static rule => Assert.NotEmpty(rule.Message.Children));
    }

    [Fact]
    public void Table_AndGeneratedClient_SayTheSame()
    {
        var api = ApiSymbols.Of(UserProject.Compile("class Program;"))!;
        var generated = api.RulesBeside(api.Compilation.GetTypeByMetadataName("TheThingsStack.V3.TheThingsStackClient")!).ToDictionary(static rule => rule.Rpc);
        foreach (var rule in Own.Rules)
        {
            var other = generated[rule.Rpc];
            Assert.Equal((other.Server, other.Writes, other.Deletes, other.Message.Name), (rule.Server, rule.Writes, rule.Deletes, rule.Message.Name));
            Assert.Equal(other.Implicit, rule.Implicit);
            Assert.Equal(Paths(other), Paths(rule));
        }
    }

    [Theory]
    [InlineData("GET", "applications/a/devices/d", "EndDeviceRegistry/Get")]
    [InlineData("PUT", "applications/a/devices/d", "EndDeviceRegistry/Update")]
    [InlineData("DELETE", "ns/applications/a/devices/batch", "NsEndDeviceBatchRegistry/Delete")]
    [InlineData("GET", "ns/applications/a/devices/d", "NsEndDeviceRegistry/Get")]
    [InlineData("POST", "events", "Events/Stream")]
    [InlineData("GET", "users/u/applications", "ApplicationRegistry/List")]
    [InlineData("GET", "applications/a/devices/", null)]
    [InlineData("GET", "applications/a/devices/d/e", null)]
    [InlineData("GET", "repos/a/issues", null)]
    [InlineData("GET", "", null)]
    public void Match_Path_FindsTheRpc(string verb, string path, string? rpc) =>
        Assert.Equal(rpc, Own.Match(path.Split('/')).FirstOrDefault(route => route.Verb == verb)?.Rpc.Name);

    [Fact]
    public void Distinct_RoutesThatOtherProductsHaveToo_AreNot()
    {
        Assert.All(new[] { "users", "organizations", "search", "events", "auth_info" }, first =>
            Assert.All(Own.Routes.Where(route => route.Segments[0] == first), static route => Assert.False(route.IsDistinct)));
        Assert.All(Own.Match(["applications", "a", "devices", "d"]), static route => Assert.True(route.IsDistinct));
        Assert.All(Own.Match(["applications", "a"]), static route => Assert.False(route.IsDistinct));
    }

    private static IEnumerable<string> Paths(Analyzers.Masks.RpcRule rule) =>
        rule.Message.Descendants(8).Select(node => $"{node.Path} {rule.Allows(node)} {node.Shape} {node.IsOneof} {node.IsWrapper}").Order(StringComparer.Ordinal);
}
