namespace TheThingsStack.Analyzers.Tests.Rules;

public class ApiKeyDeletedTests
{
    [Fact]
    public Task Update_EmptyMask_IsFlagged() => Verify.Statements("""
        await stack.ApplicationAccess.UpdateApiKeyAsync("app1", new ApiKey { Id = "KEY" }, {|TTS2206:FieldMask<ApiKey>.Empty|});
        await stack.GatewayAccess.UpdateApiKeyAsync("gtw1", new ApiKey { Id = "KEY" }, {|TTS2206:[]|});
        """);

    [Fact]
    public Task Update_EmptyMaskForAKeyThatIsNotSeen_IsFlagged() => Verify.File("""
        class Program
        {
            Task<ApiKey> Run(TheThingsStackClient stack, ApiKey key) => stack.UserAccess.UpdateApiKeyAsync("me", key, {|TTS2206:k => []|});
        }
        """);

    [Fact]
    public Task Update_RightsWithoutAny_AreFlagged() => Verify.Statements("""
        await stack.ApplicationAccess.UpdateApiKeyAsync("app1", new ApiKey { Id = "KEY", Name = "x" }, k => [k.Name, {|TTS2206:k.Rights|}]);
        var key = new ApiKey { Id = "KEY", Rights = [] };
        await stack.OrganizationAccess.UpdateApiKeyAsync("org1", key, [{|TTS2206:ApiKey.Paths.Rights|}]);
        await stack.OrganizationAccess.UpdateApiKeyAsync("org1", new ApiKey { Id = "KEY", Rights = null }, [{|TTS2206:ApiKey.Paths.Rights|}]);
        """);

    [Fact]
    public Task Update_WithoutMaskAndWithAnEmptyList_IsFlagged() => Verify.Statements("""
        await stack.ApplicationAccess.UpdateApiKeyAsync("app1", new ApiKey { Id = "KEY", Name = "x", {|TTS2206:Rights|} = new() });
        """);

    [Fact]
    public Task Update_RightsThatAreSet_AreSilent() => Verify.File("""
        class Program
        {
            async Task Run(TheThingsStackClient stack, List<Right> rights)
            {
                await stack.ApplicationAccess.UpdateApiKeyAsync("app1", new ApiKey { Id = "KEY", Rights = [Right.ApplicationInfo] }, k => [k.Rights]);
                await stack.ApplicationAccess.UpdateApiKeyAsync("app1", new ApiKey { Id = "KEY", Rights = rights }, k => [k.Rights]);
                await stack.ApplicationAccess.UpdateApiKeyAsync("app1", new ApiKey { Id = "KEY", Rights = [.. rights] }, k => [k.Name == k.Name ? k.Rights : k.Rights]);
                var key = new ApiKey { Id = "KEY", Rights = [] };
                key.Rights.Add(Right.ApplicationInfo);
                await stack.ApplicationAccess.UpdateApiKeyAsync("app1", key, k => [k.Rights]);
                await stack.ApplicationAccess.UpdateApiKeyAsync("app1", key);
            }
        }
        """);

    [Fact]
    public Task Update_OtherFields_AreSilent() => Verify.Statements("""
        await stack.ApplicationAccess.UpdateApiKeyAsync("app1", new ApiKey { Id = "KEY", Name = "x" }, k => [k.Name]);
        await stack.ApplicationAccess.UpdateApiKeyAsync("app1", new ApiKey { Id = "KEY", Name = "x" });
        """);

    [Fact]
    public Task Update_KeyThatIsNotSeen_IsSilent() => Verify.File("""
        class Program
        {
            Task<ApiKey> Run(TheThingsStackClient stack, ApiKey key) => stack.UserAccess.UpdateApiKeyAsync("me", key, k => [k.Rights, k.Name]);

            Task<ApiKey> Mask(TheThingsStackClient stack, FieldMask<ApiKey> mask) => stack.UserAccess.UpdateApiKeyAsync("me", new() { Id = "KEY" }, mask);
        }
        """);

    [Fact]
    public Task Update_OfSomethingElseWithAnEmptyMask_IsSilent() => Verify.Statements("""
        await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = new() { DeviceId = "dev1" } }, FieldMask<EndDevice>.Empty);
        """);

    [Fact]
    public Task Fix_RemovesTheRightsFromTheMask() => Verify.FixStatements<ApiKeyDeletedFix>(
        """
        await stack.ApplicationAccess.UpdateApiKeyAsync("app1", new ApiKey { Id = "KEY", Name = "x" }, k => [k.Name, {|TTS2206:k.Rights|}]);
        """,
        """
        await stack.ApplicationAccess.UpdateApiKeyAsync("app1", new ApiKey { Id = "KEY", Name = "x" }, k => [k.Name]);
        """);
}
