using System.Globalization;

namespace TheThingsStack.Tests.RateLimits;

/// <summary>A rate limit as the server keeps it: a bucket that refills steadily, told in whole seconds that are cut off.</summary>
internal sealed class Gcra(TimeProvider time, int limit, double perSecond)
{
    private readonly TimeSpan _each = TimeSpan.FromSeconds(1 / perSecond);
    private readonly List<(DateTimeOffset At, bool Passed)> _asked = [];
    private DateTimeOffset _full = time.GetUtcNow();

    public DateTimeOffset Start { get; } = time.GetUtcNow();

    public IReadOnlyList<(DateTimeOffset At, bool Passed)> Asked
    {
        get
        {
            lock (_asked)
                return [.. _asked];
        }
    }

    /// <summary>How long after the start the last call was refused.</summary>
    public TimeSpan LastRefusal => Asked.Where(a => !a.Passed).Select(a => a.At - Start).DefaultIfEmpty().Max();

    /// <summary>Counts a call; says whether it passes, and the headers.</summary>
    public bool Ask(out string[] headers)
    {
        lock (_asked)
        {
            var now = time.GetUtcNow();
            var next = (_full > now ? _full : now) + _each;
            var passed = next - now <= _each * limit;
            if (passed)
                _full = next;
            _asked.Add((now, passed));
            var reset = _full > now ? _full - now : TimeSpan.Zero;
            headers =
            [
                Header("Limit", limit),
                Header("Available", Math.Max(0, Math.Floor(((_each * limit) - reset) / _each))),
                Header("Reset", Math.Floor(reset.TotalSeconds)),
                Header("Retry", passed ? -1 : Math.Floor((next - now - (_each * limit)).TotalSeconds)),
            ];
            return passed;
        }
    }

    private static string Header(string name, double value) => string.Create(CultureInfo.InvariantCulture, $"X-Rate-Limit-{name}: {value}");
}
