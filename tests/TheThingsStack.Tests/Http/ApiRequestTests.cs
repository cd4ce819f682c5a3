using CsCheck;
using TheThingsStack.Http;

namespace TheThingsStack.Tests.Http;

public sealed class ApiRequestTests
{
    private static readonly ApiMethod s_method = new("Some/Call", "GET", "/x/{a}", StackServer.Any);

    [Fact]
    public void Route_OfEveryKindOfValue_IsEncoded()
    {
        var request = new ApiRequest(s_method, $"/a/{"x y/z"}/{true}/{false}/{-1}/{2u}/{-3L}/{4UL}/{new Eui64(0xFBFF)}/{"~-._"}/{"äß"}");
        Assert.Equal("/a/x%20y%2Fz/true/false/-1/2/-3/4/AAAAAAAA-_8%3D/~-._/%C3%A4%C3%9F", request.PathAndQuery);
    }

    [Fact]
    public void Route_OfSeveralSegments_KeepsTheirSlashes() =>
        Assert.Equal("/a/b/c%20d/e", new ApiRequest(s_method, $"/a/{"b/c d":*}/e").PathAndQuery);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData(".")]
    [InlineData("..")]
    public void Route_ValueThatWouldChangeIt_IsRefused(string? deviceId)
    {
        var e = Assert.Throws<ArgumentException>(() => new ApiRequest(s_method, $"/devices/{deviceId}"));
        Assert.Equal("deviceId", e.ParamName);
        Assert.Throws<ArgumentException>(() => new ApiRequest(s_method, $"/devices/{deviceId:*}"));
    }

    [Fact]
    public void Route_EmptyValue_IsExplained()
    {
        var e = Assert.Throws<ArgumentException>(() => new ApiRequest(s_method, $"/devices/{""}"));
        Assert.Contains("a path value must not be empty", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/../b")]
    [InlineData("a//b")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("./a")]
    public void Route_SegmentsThatWouldChangeIt_AreRefused(string value) =>
        Assert.Throws<ArgumentException>(() => new ApiRequest(s_method, $"/devices/{value:*}"));

    [Fact]
    public void Route_AnyText_SurvivesTheAddress() => Gen.String.Sample(text =>
    {
        if (text is "" or "." or ".." || text.Any(char.IsSurrogate))
            return;
        var request = new ApiRequest(s_method, $"/devices/{text}/tail");
        request.Query("q", text);
        var uri = new Uri("https://host/api/v3" + request.PathAndQuery);
        Assert.Equal("/api/v3" + request.PathAndQuery, uri.PathAndQuery);
        Assert.Equal(["/", "api/", "v3/", "devices/", Uri.EscapeDataString(text) + "/", "tail"], uri.Segments);
        Assert.Equal(text, Uri.UnescapeDataString(uri.Segments[4][..^1]));
        Assert.Equal(text, Uri.UnescapeDataString(uri.Query["?q=".Length..]));
    }, iter: 2000);

    [Fact]
    public void Query_OfEveryKindOfValue_IsEncoded()
    {
        var request = new ApiRequest(s_method, $"/a");
        request.Query("field_mask", "name,locations.user");
        request.Query("a b", "c&d=e+f%");
        request.Query("empty", "");
        request.Query("bool", true);
        request.Query("int", (int?)-1);
        request.Query("uint", (uint?)2);
        request.Query("long", (long?)-3);
        request.Query("ulong", (ulong?)ulong.MaxValue);
        request.Query("double", 1.5);
        request.Query("float", (float?)-0.1f);
        request.Query("dev_eui", (Eui64?)new Eui64(0xFBFF));
        request.Query("join_eui", new Eui64(1));
        request.Query("after", Timestamp.Parse("2024-01-01T00:00:00.5Z"));
        Assert.Equal(
            "/a?field_mask=name,locations.user&a%20b=c%26d%3De%2Bf%25&empty=&bool=true&int=-1&uint=2&long=-3&ulong=18446744073709551615"
            + "&double=1.5&float=-0.1&dev_eui=AAAAAAAA-_8%3D&join_eui=AAAAAAAAAAE%3D&after=2024-01-01T00%3A00%3A00.5Z",
            request.PathAndQuery);
    }

    [Fact]
    public void Query_Absent_IsNotSent()
    {
        var request = new ApiRequest(s_method, $"/a");
        request.Query("a", (string?)null);
        request.Query("a", (bool?)null);
        request.Query("a", (int?)null);
        request.Query("a", (uint?)null);
        request.Query("a", (long?)null);
        request.Query("a", (ulong?)null);
        request.Query("a", (float?)null);
        request.Query("a", (double?)null);
        request.Query("a", (Eui64?)null);
        request.Query("a", (IQueryValue?)null);
        request.Query("a", new Nothing());
        request.Query("a", (IEnumerable<string>?)null);
        request.Query("a", (IEnumerable<Eui64>?)null);
        request.Query("a", (IReadOnlyDictionary<string, string>?)null);
        request.Query("a", Array.Empty<string>());
        Assert.Equal("/a", request.PathAndQuery);
    }

    [Fact]
    public void Query_Lists_RepeatTheKey()
    {
        var request = new ApiRequest(s_method, $"/a");
        request.Query("device_ids", ["a", "b,c"]);
        request.Query("euis", new List<Eui64> { new(1), new(2) });
        request.Query("attributes_contain", new Dictionary<string, string> { ["k y"] = "v&w" });
        Assert.Equal("/a?device_ids=a&device_ids=b,c&euis=AAAAAAAAAAE%3D&euis=AAAAAAAAAAI%3D&attributes_contain%5Bk%20y%5D=v%26w", request.PathAndQuery);
    }

    [Theory]
    [InlineData("Authorization", "x")]
    [InlineData("content-type", "x")]
    [InlineData("Host", "x")]
    [InlineData("User-Agent", "x")]
    [InlineData("Cookie", "x")]
    [InlineData("", "x")]
    [InlineData("a b", "x")]
    [InlineData("a:b", "x")]
    [InlineData("X-Ok", "a\r\nX-Evil: b")]
    [InlineData("X-Ok", "ä")]
    [InlineData("X-Ok", "\0")]
    public void Header_NotAllowed_IsRefused(string name, string value) =>
        Assert.Throws<ArgumentException>(() => new ApiRequest(s_method, $"/a").Header(name, value));

    [Fact]
    public void Method_OfBinding_IsKept()
    {
        var request = new ApiRequest(s_method, $"/x/{1}");
        Assert.Same(s_method, request.Method);
        Assert.Equal(("Some/Call", HttpMethod.Get, "/x/{a}", StackServer.Any), (s_method.Rpc, s_method.HttpMethod, s_method.Route, s_method.Server));
        Assert.Equal("Some/Call (GET /x/{a})", s_method.ToString());
    }

    private sealed class Nothing : IQueryValue
    {
        public string ToQueryString() => "";
    }
}
