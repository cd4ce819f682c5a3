using System.Text;
using System.Text.Json.Nodes;
using TheThingsStack.Client.Tests.Reference;
using TheThingsStack.Client.Tests.Samples;

namespace TheThingsStack.Client.Tests.Calls;

/// <summary>What the reference says a call with these values looks like on the wire, and whether a request is that.</summary>
public sealed class ExpectedRequest(Operation operation, Arguments arguments, RequestValues values)
{
    public void AssertMatches(RecordedRequest request, RecordingServer server)
    {
        Assert.Equal(operation.HttpMethod, request.HttpMethod);
        Assert.Equal(Path(), request.Path);
        Assert.Equal(Query(), request.Query.Order());
        AssertTarget(request.RawTarget);
        AssertBody(request);
        AssertHeaders(request);
        var isIdentityServer = ApiReference.Server(operation.Route) == "IdentityServer";
        Assert.Equal((isIdentityServer ? server.IdentityAddress : server.Address).Port, request.Port);
    }

    private string Path()
    {
        var path = operation.Route;
        foreach (var name in operation.PathNames)
            path = path.Replace("{" + name + "}", Encode(values.RouteText(name)!), StringComparison.Ordinal);
        return path;
    }

    private List<(string Name, string Value)> Query()
    {
        List<(string Name, string Value)> pairs = [];
        foreach (var parameter in operation.QueryParameters)
        {
            var name = (string)parameter["name"]!;
            if (!values.Samples.TryGetValue(name, out var sample))
                continue;
            if (arguments.Type(name).Kind == WireKind.Map)
                pairs.AddRange(((JsonObject)sample.Json!).Select(e => ($"{name}[{e.Key}]", (string)e.Value!)));
            else
                pairs.AddRange(sample.Texts.Select(t => (name, t)));
        }

        return [.. pairs.Order()];
    }

    private void AssertBody(RecordedRequest request)
    {
        if (operation.Body is null)
            Assert.Empty(request.Body);
        else
            JsonDiff.AssertEqual(Body(), JsonDiff.Parse(request.Body), operation.ToString());
    }

    private JsonObject Body()
    {
        if (values.Samples.TryGetValue("", out var whole))
            return (JsonObject)whole.CopyJson()!;
        var body = new JsonObject();
        foreach (var (wireName, sample) in values.Samples)
        {
            if (operation.PathNames.Contains(wireName) || !operation.BodyMembers!.ContainsKey(wireName.Split('.')[0]))
                continue;
            var segments = wireName.Split('.');
            var place = body;
            foreach (var segment in segments[..^1])
            {
                if (!place.ContainsKey(segment))
                    place[segment] = new JsonObject();
                place = (JsonObject)place[segment]!;
            }

            place.Add(segments[^1], sample.CopyJson());
        }

        return body;
    }

    private void AssertHeaders(RecordedRequest request)
    {
        Assert.Equal("Bearer key", request.Headers["Authorization"]);
        Assert.StartsWith("client-tests/1.2 ", request.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.Equal(operation.Body is not null, request.Headers.ContainsKey("Content-Type"));
        if (operation.Body is not null)
            Assert.StartsWith("application/json", request.Headers["Content-Type"], StringComparison.Ordinal);
    }

    // What is neither unreserved nor a separator must be encoded.
    private static void AssertTarget(string target) =>
        Assert.All(target, c => Assert.True(char.IsAsciiLetterOrDigit(c) || "-._~%/?&=,".Contains(c, StringComparison.Ordinal), target));

    private static string Encode(string value) => string.Concat(Encoding.UTF8.GetBytes(value).Select(b =>
        char.IsAsciiLetterOrDigit((char)b) || "-._~".Contains((char)b, StringComparison.Ordinal) ? ((char)b).ToString() : $"%{b:X2}"));
}
