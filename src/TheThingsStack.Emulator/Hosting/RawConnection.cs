using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace TheThingsStack.Emulator.Hosting;

/// <summary>
/// The connection below a request, so that it can be cut at an exact byte: aborting the request would also throw away what
/// has been written and is still on its way.
/// </summary>
internal sealed class RawConnection(PipeWriter output, CancellationToken closed)
{
    /// <summary>How long a caller that does not read is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Makes connections known to the requests on them.</summary>
    public static ConnectionDelegate Remember(ConnectionDelegate next) => connection =>
    {
        connection.Features.Set(new RawConnection(connection.Transport.Output, connection.ConnectionClosed));
        return next(connection);
    };

    /// <summary>Sends what has been written, then ends the connection as if the server had died. Only who writes the answer may call this.</summary>
    public static async Task CutAsync(HttpContext http)
    {
        http.Items[typeof(RawConnection)] = true;
        if (http.Features.Get<RawConnection>() is { } connection)
            await connection.EndAsync();
        http.Abort();
    }

    /// <summary>Whether the connection below a request was cut: nothing can be written any more.</summary>
    public static bool IsCut(HttpContext http) => http.Items.ContainsKey(typeof(RawConnection));

    private async Task EndAsync()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = closed.Register(ended.SetResult);
        await output.CompleteAsync();
        await Task.WhenAny(ended.Task, Task.Delay(Patience, CancellationToken.None));
    }
}
