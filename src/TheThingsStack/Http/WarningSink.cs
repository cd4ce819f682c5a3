using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using TheThingsStack.Diagnostics;

namespace TheThingsStack.Http;

/// <summary>Passes on what the server warns about. That never ends a call.</summary>
internal sealed class WarningSink(ILogger log, Action<ServerWarning>? callback)
{
    public void Tell(ApiMethod method, ResponseMetadata metadata)
    {
        foreach (var text in metadata.Warnings)
        {
            Instruments.Warnings.Add(1, CallTrace.RpcTags(method));
            Log.ServerWarning(log, method.Rpc, text, metadata.RequestId);
            Call(method, new ServerWarning(text, method.Rpc, metadata.RequestId));
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "It is logged; a warning is no reason to fail.")]
    private void Call(ApiMethod method, ServerWarning warning)
    {
        try
        {
            callback?.Invoke(warning);
        }
        catch (Exception e)
        {
            Log.WarningCallbackFailed(log, e, method.Rpc);
        }
    }
}
