using System.Collections;
using System.Text.Json.Nodes;
using TheThingsStack.Client.Tests.Reference;
using TheThingsStack.Client.Tests.Samples;
using TheThingsStack.V3;
using Xunit.Abstractions;

namespace TheThingsStack.Client.Tests.Calls;

/// <summary>Every list that pages: page after page, until one is short.</summary>
public sealed class PagingTests(RecordingServer server, ITestOutputHelper output) : IClassFixture<RecordingServer>
{
    private static readonly string[] s_verbs = ["List", "Search", "Get"];

    [Fact]
    public void Methods_OfAllPages_AreThoseWhoseRpcTakesAPage()
    {
        var expected = PagedRpcs().Select(r => $"{r.Service}.{AllName(r)}").Order(StringComparer.OrdinalIgnoreCase);
        var found = ServiceMethod.All().Select(m => m.ToString()).Where(n => n.Contains("All", StringComparison.Ordinal)).Distinct().Order(StringComparer.OrdinalIgnoreCase);
        Assert.Equal(expected, found, StringComparer.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(2u, new[] { 2, 2, 1 })]
    [InlineData(2u, new[] { 2, 2, 0 })]
    [InlineData(2u, new[] { 0 })]
    [InlineData(2u, new[] { 1 })]
    [InlineData(null, new[] { 3, 1, 0 })]
    public async Task AllPages_OfEveryList_AreReadInOrder(uint? limit, int[] sizes)
    {
        using var client = server.CreateClient();
        var count = 0;
        foreach (var rpc in PagedRpcs())
        {
            var arguments = Arguments.Of(rpc);
            foreach (var method in ServiceMethod.All().Where(m => m.ToString().Equals($"{rpc.Service}.{AllName(rpc)}", StringComparison.OrdinalIgnoreCase) && !m.Parameters.Any(ServiceMethod.IsSelector)))
            {
                await AssertPagesAsync(client, arguments, method, limit, sizes);
                count++;
            }
        }

        output.WriteLine($"{count} lists");
        Assert.Equal(PagedRpcs().Count(), count);
    }

    [Fact]
    public async Task AllPages_WithLambda_AreReadInOrder()
    {
        using var client = server.CreateClient();
        server.Answer = r => r.Query.Contains(("page", "1")) ? """{"end_devices":[{"name":"a"},{"name":"b"}]}""" : """{"end_devices":[{"name":"c"}]}""";
        List<string?> names = [];
        await foreach (var device in client.EndDeviceRegistry.ListAllAsync("app1", d => [d.Name], limit: 2))
            names.Add(device.Name);
        Assert.Equal(["a", "b", "c"], names);
        Assert.Equal(
            ["/api/v3/applications/app1/devices?field_mask=name&limit=2&page=1", "/api/v3/applications/app1/devices?field_mask=name&limit=2&page=2"],
            server.TakeAll().Select(r => r.RawTarget));
    }

    [Fact]
    public async Task AllPages_LeftEarly_ReadsNoFurtherPage()
    {
        using var client = server.CreateClient();
        server.Answer = _ => """{"applications":[{"name":"a"},{"name":"b"}]}""";
        await foreach (var application in client.ApplicationRegistry.ListAllAsync(a => [a.Name], limit: 2))
        {
            Assert.Equal("a", application.Name);
            break;
        }

        server.TakeOne();
    }

    private async Task AssertPagesAsync(TheThingsStackClient client, Arguments arguments, ServiceMethod method, uint? limit, int[] sizes)
    {
        var values = Chosen.Values(arguments);
        var operation = Chosen.Operation(arguments, values);
        var field = ListField(arguments.Rpc);
        var pages = sizes.Select((size, page) => Items(operation.Response!, field, size, page)).ToList();
        var next = 0;
        server.Answer = _ => new JsonObject { [field] = pages[next++].DeepClone() }.ToJsonString();
        SetLimit(values, limit);

        var items = (IList)(await ServiceMethod.ResultAsync(method.Invoke(client, values.ByParameter)))!;

        var requests = server.TakeAll();
        Assert.Equal(sizes.Length, requests.Count);
        for (var page = 0; page < requests.Count; page++)
        {
            values.Set("page", Number((uint)page + 1));
            new ExpectedRequest(operation, arguments, values).AssertMatches(requests[page], server);
        }

        var expected = pages.SelectMany(p => p).ToList();
        Assert.Equal(expected.Count, items.Count);
        for (var i = 0; i < items.Count; i++)
            JsonDiff.AssertEqual(expected[i], JsonDiff.Parse(MessageAccess.For(items[i]!.GetType()).Write(items[i]!)), method.ToString());
    }

    private static void SetLimit(RequestValues values, uint? limit)
    {
        if (limit is { } number)
            values.Set("limit", Number(number));
        else
            values.Remove("limit");
    }

    private static Sample Number(uint value) => new(value, value, value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static JsonArray Items(string response, string field, int size, int page)
    {
        var element = WireType.OfField(response, field).Element!.Name!;
        return [.. Enumerable.Range(0, size).Select(i => new SampleFactory(new Choices((ulong)((page * 100) + i), fill: 0.5, depth: 0, extremes: true)).Message(element).CopyJson())];
    }

    private static IEnumerable<Rpc> PagedRpcs() => ApiReference.Rpcs.Where(r =>
        r.Operations[0] is { Streams: false, Response: { } response }
        && ListFields(response).Count() == 1
        && r.Operations.Any(o => Takes(o, "page") && Takes(o, "limit")));

    private static bool Takes(Operation operation, string name) =>
        operation.QueryParameters.Any(q => (string)q["name"]! == name) || (operation.BodyMembers?.ContainsKey(name) ?? false);

    private static IEnumerable<string> ListFields(string message) => ApiReference.Fields(message).Where(f => WireType.OfField(message, f).Kind == WireKind.List);

    private static string ListField(Rpc rpc) => ListFields(rpc.Operations[0].Response!).Single();

    private static string AllName(Rpc rpc)
    {
        var verb = s_verbs.FirstOrDefault(v => rpc.Method.StartsWith(v, StringComparison.Ordinal)) ?? "";
        return $"{verb}All{rpc.Method[verb.Length..]}Async";
    }
}
