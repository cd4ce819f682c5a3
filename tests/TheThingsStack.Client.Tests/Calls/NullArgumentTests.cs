using TheThingsStack.Client.Tests.Reference;
using TheThingsStack.V3;
using Xunit.Abstractions;

namespace TheThingsStack.Client.Tests.Calls;

/// <summary>What is always needed is asked for by name before anything is sent.</summary>
public sealed class NullArgumentTests(RecordingServer server, ITestOutputHelper output) : IClassFixture<RecordingServer>
{
    [Fact]
    public async Task Call_WithoutWhatIsAlwaysNeeded_NamesItAndSendsNothing()
    {
        using var client = server.CreateClient();
        var (masks, messages, texts) = (0, 0, 0);
        foreach (var rpc in ApiReference.Rpcs)
        {
            var arguments = Arguments.Of(rpc);
            foreach (var (wireName, parameter) in arguments.ByWireName.Where(a => !a.Value.HasDefaultValue && !a.Value.ParameterType.IsValueType))
            {
                var values = Chosen.Values(arguments);
                values.ByParameter[parameter.Name!] = null;
                var refusal = await Record.ExceptionAsync(() => ServiceMethod.ResultAsync(arguments.Method.Invoke(client, values.ByParameter)));
                var isText = parameter.ParameterType == typeof(string);
                Assert.True(isText ? refusal is ArgumentException : refusal is ArgumentNullException, $"{rpc} {parameter.Name}: {refusal}");
                Assert.True(((ArgumentException)refusal!).ParamName?.TrimStart('@') == parameter.Name, $"{rpc} {parameter.Name}: {refusal.Message}");
                _ = isText ? texts++ : arguments.Type(wireName).Kind == WireKind.Mask ? masks++ : messages++;
            }
        }

        output.WriteLine($"{masks} masks, {messages} messages, {texts} texts");
        Assert.Equal(0, server.Count);
        Assert.All([masks, messages, texts], count => Assert.True(count > 40));
    }

    [Fact]
    public void Lambda_Null_IsRefused()
    {
        using var client = server.CreateClient();
        Func<V3.Paths.EndDevicePaths, FieldMask<EndDevice>> none = null!;
        Assert.Throws<ArgumentNullException>("fieldMask", () => { client.EndDeviceRegistry.GetAsync("app1", "dev1", none); });
    }

    [Fact]
    public void Lambda_ReturningNull_IsRefused()
    {
        using var client = server.CreateClient();
        Assert.Throws<ArgumentNullException>("fieldMask", () => { client.EndDeviceRegistry.GetAsync("app1", "dev1", _ => null!); });
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void RouteValue_ThatMakesAnotherRoute_IsRefused(string value)
    {
        using var client = server.CreateClient();
        Assert.Throws<ArgumentException>("deviceId", () => { client.EndDeviceRegistry.DeleteAsync("app1", value); });
        Assert.Throws<ArgumentException>("applicationId", () => { client.EndDeviceRegistry.DeleteAsync(value, "dev1"); });
        Assert.Equal(0, server.Count);
    }

    [Fact]
    public void Entity_WithoutIds_SaysWhatIsNeeded()
    {
        using var client = server.CreateClient();
        var device = new EndDevice { Name = "n", Ids = new() { ApplicationIds = new() { ApplicationId = "app1" } } };
        var refusal = Assert.Throws<ArgumentException>(() => { client.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]); });
        Assert.Contains("EndDeviceRegistry/Update", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("endDevice.Ids.DeviceId", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, server.Count);
    }
}
