using System.Collections;
using System.Text.Json.Nodes;
using TheThingsStack.Client.Tests.Reference;
using TheThingsStack.Client.Tests.Samples;
using TheThingsStack.V3;
using Xunit.Abstractions;

namespace TheThingsStack.Client.Tests.Calls;

/// <summary>Every RPC, with every combination of values that makes a difference to its route, over a socket.</summary>
public sealed class EveryOperationTests(RecordingServer server, ITestOutputHelper output) : IClassFixture<RecordingServer>
{
    // The Packet Broker Agent takes PUT and POST at one address, with one meaning: nothing that a caller gives can tell them apart.
    private static readonly string[] s_unreachable =
    [
        "Pba_Register",
        "Pba_SetHomeNetworkDefaultGatewayVisibility",
        "Pba_SetHomeNetworkDefaultRoutingPolicy",
        "Pba_SetHomeNetworkRoutingPolicy",
        "Pba_SetHomeNetworkRoutingPolicy3",
    ];

    [Fact]
    public async Task Call_EveryCombinationOfRouteValues_SendsWhatTheReferenceSaysOrNothing()
    {
        using var client = server.CreateClient();
        var reached = new HashSet<string>();
        var (sent, refused) = (0, 0);
        foreach (var rpc in ApiReference.Rpcs)
        {
            var arguments = Arguments.Of(rpc);
            foreach (var omitted in Subsets.Of(RouteRules.Discriminators(arguments)).Where(o => CanBeOmitted(arguments, o)))
            {
                var values = new RequestValues(arguments, omitted);
                if (RouteRules.Choose(arguments, values) is { } operation)
                {
                    await AssertSentAsync(client, operation, arguments, values);
                    reached.Add(operation.Id);
                    sent++;
                }
                else
                {
                    await AssertRefusedAsync(client, arguments, values, omitted);
                    refused++;
                }
            }
        }

        output.WriteLine($"{ApiReference.Rpcs.Count} RPCs, {reached.Count} of {ApiReference.Operations.Count} operations, in {sent} calls; {refused} calls refused before anything was sent");
        Assert.Equal(253, ApiReference.Rpcs.Count);
        Assert.Equal(322, ApiReference.Operations.Count);
        Assert.Equal(s_unreachable, ApiReference.Operations.Select(o => o.Id).Except(reached).Order(StringComparer.Ordinal));
    }

    // Numbers that every route needs cannot be left out: they are no references.
    private static bool CanBeOmitted(Arguments arguments, HashSet<string> omitted) =>
        omitted.All(o => !arguments.ByWireName.TryGetValue(o, out var p) || p.HasDefaultValue || !p.ParameterType.IsValueType);

    private async Task AssertSentAsync(TheThingsStackClient client, Operation operation, Arguments arguments, RequestValues values)
    {
        var answers = Answers(operation);
        server.Answer = _ => operation.Streams ? string.Concat(answers.Select(a => $"{{\"result\":{a!.ToJsonString()}}}\n")) : answers[0]!.ToJsonString();
        var result = await ServiceMethod.ResultAsync(arguments.Method.Invoke(client, values.ByParameter));
        try
        {
            new ExpectedRequest(operation, arguments, values).AssertMatches(server.TakeOne(), server);
            AssertResult(operation, answers, result);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{operation} with {string.Join(", ", values.ByParameter.Keys)}", e);
        }
    }

    private static List<JsonNode?> Answers(Operation operation) => operation.Response is not { } message
        ? [new JsonObject()]
        : [.. Enumerable.Range(1, operation.Streams ? 3 : 1).Select(i => new SampleFactory(new Choices((ulong)i, fill: 0.7, depth: 1, extremes: true)).Message(message).Json)];

    private static void AssertResult(Operation operation, List<JsonNode?> answers, object? result)
    {
        if (operation.Response is null)
        {
            Assert.Null(result);
            return;
        }

        var items = result as IList ?? new[] { result };
        Assert.Equal(answers.Count, items.Count);
        for (var i = 0; i < items.Count; i++)
            JsonDiff.AssertEqual(answers[i], JsonDiff.Parse(MessageAccess.For(items[i]!.GetType()).Write(items[i]!)), operation.ToString());
    }

    private async Task AssertRefusedAsync(TheThingsStackClient client, Arguments arguments, RequestValues values, HashSet<string> omitted)
    {
        var call = $"{arguments.Rpc} without {string.Join(", ", omitted)}";
        var thrown = await Record.ExceptionAsync(() => ServiceMethod.ResultAsync(arguments.Method.Invoke(client, values.ByParameter)));
        var refusal = thrown as ArgumentException ?? throw new InvalidOperationException($"{call}: {thrown?.Message ?? "was sent"}", thrown);
        Assert.True(server.Count == 0, call);

        // Either the one value that is always needed, or what each of the routes needs.
        var isRequired = arguments.ByWireName.Where(a => omitted.Contains(a.Key) && !a.Value.HasDefaultValue).Any(a => a.Value.Name == refusal.ParamName);
        var isExplained = arguments.Rpc.Operations.All(o => refusal.Message.Contains($"{o.HttpMethod} {o.Route}", StringComparison.Ordinal));
        Assert.True(isRequired || isExplained, $"{call}: {refusal.Message}");
    }
}
