using System.ComponentModel;

namespace TheThingsStack;

/// <summary>Registers many devices at once and counts what became of them. For generated code.</summary>
/// <typeparam name="T">The message of a device.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DeviceImporter<T>
{
    private readonly DeviceImportOptions _options;
    private readonly IProgress<DeviceImportProgress>? _progress;
    private readonly Func<T, CancellationToken, Task<bool>> _register;
    private readonly Func<T, (string? ApplicationId, string? DeviceId)> _name;
    private readonly object _lock = new();
    private readonly List<DeviceImportFailure> _failures = [];
    private long _registered;
    private long _completed;
    private long _failed;

    /// <summary>Prepares an import.</summary>
    /// <param name="options">How it is done.</param>
    /// <param name="progress">Told of each device, one at a time.</param>
    /// <param name="register">Registers a device; says whether it is new.</param>
    /// <param name="name">Application and id of a device.</param>
    public DeviceImporter(
        DeviceImportOptions? options,
        IProgress<DeviceImportProgress>? progress,
        Func<T, CancellationToken, Task<bool>> register,
        Func<T, (string? ApplicationId, string? DeviceId)> name)
    {
        _options = options ?? new();
        _progress = progress;
        _register = register;
        _name = name;
    }

    /// <summary>Registers devices as they come; no more of them are held than are being registered. One failure does not stop the others.</summary>
    public async Task<DeviceImportResult> RunAsync(IAsyncEnumerable<T> devices, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(devices, parallel, async (device, cancellation) => await RunAsync(device, cancellation).ConfigureAwait(false)).ConfigureAwait(false);
        return new(_registered, _completed, _failed, _failures);
    }

    private async Task RunAsync(T device, CancellationToken cancellationToken)
    {
        try
        {
            var isNew = await _register(device, cancellationToken).ConfigureAwait(false);
            Count(device, isNew, null);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && e is TheThingsStackException or AggregateException or ArgumentException or InvalidOperationException)
        {
            Count(device, isNew: false, e);
        }
    }

    private void Count(T device, bool isNew, Exception? failure)
    {
        var (applicationId, deviceId) = _name(device);
        lock (_lock)
        {
            _registered += failure is null && isNew ? 1 : 0;
            _completed += failure is null && !isNew ? 1 : 0;
            _failed += failure is null ? 0 : 1;
            if (failure is not null && _failures.Count < _options.MostFailures)
                _failures.Add(new(applicationId, deviceId, failure));
            _progress?.Report(new(_registered, _completed, _failed, deviceId, failure));
        }
    }
}
