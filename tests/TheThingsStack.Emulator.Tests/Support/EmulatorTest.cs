namespace TheThingsStack.Emulator.Tests.Support;

/// <summary>A test with an emulator of its own, seeded with <c>app1</c> and <c>dev1</c>.</summary>
public abstract class EmulatorTest : IAsyncLifetime
{
    private ApiClient? _api;
    private TheThingsStackEmulator? _emulator;

    protected TheThingsStackEmulator Emulator => _emulator!;

    internal ApiClient Api => _api!;

    public async Task InitializeAsync()
    {
        _emulator = await TheThingsStackEmulator.StartAsync(Options());
        _api = new ApiClient(_emulator);
    }

    public async Task DisposeAsync()
    {
        _api!.Dispose();
        await _emulator!.DisposeAsync();
    }

    protected virtual TheThingsStackEmulatorOptions? Options() => null;
}
