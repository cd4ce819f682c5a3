namespace TheThingsStack.Emulator.Tests.Support;

/// <summary>One emulator for the many tests of a class that change nothing.</summary>
public sealed class SharedEmulator : IAsyncLifetime
{
    private ApiClient? _anonymous;
    private ApiClient? _api;
    private TheThingsStackEmulator? _emulator;

    internal ApiClient Api => _api!;

    /// <summary>Calls without credentials.</summary>
    internal ApiClient Anonymous => _anonymous!;

    public TheThingsStackEmulator Emulator => _emulator!;

    public async Task InitializeAsync()
    {
        _emulator = await TheThingsStackEmulator.StartAsync();
        _api = new ApiClient(_emulator);
        _anonymous = new ApiClient(_emulator) { Authorization = null };
    }

    public async Task DisposeAsync()
    {
        _api!.Dispose();
        _anonymous!.Dispose();
        await _emulator!.DisposeAsync();
    }
}
