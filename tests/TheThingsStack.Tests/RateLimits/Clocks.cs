using Microsoft.Extensions.Time.Testing;

namespace TheThingsStack.Tests.RateLimits;

/// <summary>A clock on which real time passes faster.</summary>
internal sealed class FastClock(int factor) : TimeProvider
{
    private readonly DateTimeOffset _start = DateTimeOffset.UtcNow;
    private readonly long _startTicks = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => _start + (System.GetElapsedTime(_startTicks) * factor);

    public override long GetTimestamp() => System.GetTimestamp() * factor;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(System.CreateTimer(callback, state, Shorten(dueTime), Shorten(period)), this);

    private TimeSpan Shorten(TimeSpan span) => span < TimeSpan.Zero ? span : span / factor;

    private sealed class Timer(ITimer inner, FastClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(clock.Shorten(dueTime), clock.Shorten(period));

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}

internal static class FakeTime
{
    /// <summary>Lets time pass in small steps until a task ends, with pauses for what the steps set off.</summary>
    public static async Task RunAsync(this FakeTimeProvider clock, Task task, TimeSpan? longest = null, int stepMilliseconds = 50)
    {
        var end = clock.GetUtcNow() + (longest ?? TimeSpan.FromMinutes(5));
        while (!task.IsCompleted && clock.GetUtcNow() < end)
        {
            clock.Advance(TimeSpan.FromMilliseconds(stepMilliseconds));
            await Task.Delay(1);
        }
        Assert.True(task.IsCompleted, $"Still running at {clock.GetUtcNow():T}.");
    }

    /// <summary>Gives what is running the time to come to rest.</summary>
    public static Task SettleAsync() => Task.Delay(50);
}
