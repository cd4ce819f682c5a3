using System.ComponentModel;

namespace TheThingsStack;

/// <summary>Takes back the steps of something that failed on the way. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Undo
{
    // What is taken back is taken back although the caller has given up; it must end some time all the same.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Stack<Func<CancellationToken, Task>> _steps = new();

    /// <summary>Remembers how to take back a step that was done.</summary>
    public void Add(Func<CancellationToken, Task> step) => _steps.Push(step);

    /// <summary>Takes back exactly what was done, the last first; returns the failure to throw, which has both causes where this failed too.</summary>
    public async Task<Exception> RunAsync(Exception cause)
    {
        List<Exception> failures = [cause];
        using var patience = new CancellationTokenSource(Patience);
        while (_steps.TryPop(out var step))
        {
            try
            {
                await step(patience.Token).ConfigureAwait(false);
            }
            catch (TheThingsStackException e) when (e.Code == GrpcCode.NotFound)
            {
                // It is gone, which is what was wanted.
            }
            catch (Exception e) when (e is TheThingsStackException or OperationCanceledException)
            {
                failures.Add(e);
            }
        }

        return failures.Count == 1 ? cause : new AggregateException("The operation failed, and what had been done before could not be taken back in full.", failures);
    }
}
