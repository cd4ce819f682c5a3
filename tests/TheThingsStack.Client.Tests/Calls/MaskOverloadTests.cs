using System.Linq.Expressions;
using TheThingsStack.Client.Tests.Reference;
using TheThingsStack.V3;
using Xunit.Abstractions;

namespace TheThingsStack.Client.Tests.Calls;

/// <summary>The method that takes its mask as a lambda does what the one that takes a mask does.</summary>
public sealed class MaskOverloadTests(RecordingServer server, ITestOutputHelper output) : IClassFixture<RecordingServer>
{
    [Fact]
    public async Task Lambda_EveryRpcWithMask_SendsTheSameRequest()
    {
        using var client = server.CreateClient();
        var count = 0;
        foreach (var rpc in ApiReference.Rpcs.Where(r => r.MaskMessage is not null))
        {
            var arguments = Arguments.Of(rpc);
            server.Answer = _ => rpc.Streams ? "" : "{}";
            var values = Chosen.Values(arguments);
            await ServiceMethod.ResultAsync(arguments.Method.Invoke(client, values.ByParameter));
            var withMask = server.TakeOne();

            var selecting = ServiceMethod.WithSelector(rpc)!;
            var selector = selecting.Parameters.Single(ServiceMethod.IsSelector);
            var mask = values.ByParameter[selector.Name!]!;
            values.ByParameter[selector.Name!] = Selector(selector.ParameterType, mask);
            await ServiceMethod.ResultAsync(selecting.Invoke(client, values.ByParameter));
            var withLambda = server.TakeOne();

            Assert.Equal((withMask.HttpMethod, withMask.RawTarget), (withLambda.HttpMethod, withLambda.RawTarget));
            Assert.Equal(withMask.Body, withLambda.Body);
            count++;
        }

        output.WriteLine($"{count} RPCs with a mask");
        Assert.Equal(76, count);
    }

    [Fact]
    public async Task Lambda_WrittenByHand_SendsTheSamePaths()
    {
        using var client = server.CreateClient();
        await client.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name, d.VersionIds.BrandId, d.Locations]);
        Assert.Equal("/api/v3/applications/app1/devices/dev1?field_mask=name,version_ids.brand_id,locations", server.TakeOne().RawTarget);
        await client.NsEndDeviceRegistry.GetAsync("app1", "dev1", d => [d.MacSettings.Adr.Mode.Dynamic, d.MacSettings.Rx1Delay]);
        Assert.Equal("/api/v3/ns/applications/app1/devices/dev1?field_mask=mac_settings.rx1_delay,mac_settings.adr.mode.dynamic", server.TakeOne().RawTarget);
    }

    [Fact]
    public async Task Mask_Empty_IsNotSentInAQuery()
    {
        using var client = server.CreateClient();
        await client.EndDeviceRegistry.GetAsync("app1", "dev1", FieldMask<EndDevice>.Empty);
        Assert.Equal("/api/v3/applications/app1/devices/dev1", server.TakeOne().RawTarget);
    }

    private static Delegate Selector(Type type, object mask) =>
        Expression.Lambda(type, Expression.Constant(mask), Expression.Parameter(type.GenericTypeArguments[0])).Compile();
}
