using TheThingsStack.Http;

namespace TheThingsStack.Tests.Http;

public sealed class CallOptionsTests
{
    [Fact]
    public async Task Headers_Given_AreSent()
    {
        await using var server = new LoopbackServer();
        using var connection = Calls.Connect(server);
        await Calls.GetAsync(connection, new CallOptions { RequestId = "r-1", Headers = new Dictionary<string, string> { ["X-Trace"] = "a b", ["Grpc-Metadata-x"] = "" } });
        Assert.Equal(("r-1", "a b", ""), (server.Request.Header("X-Request-Id"), server.Request.Header("X-Trace"), server.Request.Header("Grpc-Metadata-x")));
    }

    [Theory]
    [InlineData("Authorization", "Bearer other")]
    [InlineData("user-agent", "x")]
    [InlineData("Host", "elsewhere.example.com")]
    [InlineData("Cookie", "a=b")]
    [InlineData("Content-Type", "text/plain")]
    [InlineData("X-Request-Id", "1")]
    [InlineData("X Y", "1")]
    [InlineData("X-Y:", "1")]
    [InlineData("", "1")]
    [InlineData("X-Y", "a\r\nAuthorization: Bearer other")]
    [InlineData("X-Y", "ä")]
    public void Headers_OfTheConnectionOrWrong_AreRefused(string name, string value) =>
        Assert.Throws<ArgumentException>(() => new CallOptions { Headers = new Dictionary<string, string> { [name] = value } });

    [Fact]
    public void Headers_WithoutValue_AreRefused() =>
        Assert.Throws<ArgumentNullException>(() => new CallOptions { Headers = new Dictionary<string, string> { ["X"] = null! } });

    [Fact]
    public void Headers_ChangedLater_DoNotMatter()
    {
        var headers = new Dictionary<string, string> { ["X-A"] = "1" };
        var options = new CallOptions { Headers = headers };
        headers["Authorization"] = "Bearer other";
        Assert.Equal(["X-A"], options.Headers!.Keys);
        Assert.Null(new CallOptions { Headers = null }.Headers);
    }
}
