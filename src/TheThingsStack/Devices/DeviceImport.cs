namespace TheThingsStack;

/// <summary>How a fleet of end devices is imported.</summary>
public sealed class DeviceImportOptions
{
    private readonly int _parallelism = 8;

    /// <summary>How many devices are registered at once; 8 if not set. The server's rate limits, not this number, are usually the bound.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int Parallelism
    {
        get => _parallelism;
        init => _parallelism = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one device is registered at a time.");
    }

    /// <summary>What happens to devices that the Identity Server has already; they are completed if not set.</summary>
    public ExistingDevices Existing { get; init; }

    /// <summary>The failures that the result lists, so that its size is bounded; 1000 if not set. All are counted, and each is reported.</summary>
    public int MostFailures { get; init; } = 1000;
}

/// <summary>What an import does with devices that the Identity Server has already.</summary>
public enum ExistingDevices
{
    /// <summary>Writes the parts on the other servers, as long as the EUIs are the same. An import that was cut off is finished so: what was written is written again.</summary>
    Complete,

    /// <summary>Counts them as failed.</summary>
    Fail,
}

/// <summary>How far an import is.</summary>
/// <param name="Registered">Devices that were not there before.</param>
/// <param name="Completed">Devices that were there, and were completed.</param>
/// <param name="Failed">Devices that could not be registered.</param>
/// <param name="DeviceId">The device that is done.</param>
/// <param name="Failure">Why it could not be registered; null where it was.</param>
public sealed record DeviceImportProgress(long Registered, long Completed, long Failed, string? DeviceId, Exception? Failure)
{
    /// <summary>Devices that are done, one way or the other.</summary>
    public long Done => Registered + Completed + Failed;
}

/// <summary>A device that could not be registered.</summary>
/// <param name="ApplicationId">Its application.</param>
/// <param name="DeviceId">Its id.</param>
/// <param name="Failure">Why.</param>
public sealed record DeviceImportFailure(string? ApplicationId, string? DeviceId, Exception Failure);

/// <summary>What came of an import.</summary>
/// <param name="Registered">Devices that were not there before.</param>
/// <param name="Completed">Devices that were there, and were completed.</param>
/// <param name="Failed">Devices that could not be registered.</param>
/// <param name="Failures">The first of the failures.</param>
public sealed record DeviceImportResult(long Registered, long Completed, long Failed, IReadOnlyList<DeviceImportFailure> Failures);
