using System.ComponentModel;

namespace TheThingsStack.Http;

/// <summary>Refuses arguments before anything is sent. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiArguments
{
    /// <summary>The exception for arguments that no route of an RPC takes together.</summary>
    /// <param name="rpc">The RPC.</param>
    /// <param name="routes">What each route takes, one a line.</param>
    public static ArgumentException NoRoute(string rpc, string routes) =>
        new($"{rpc} has no route that takes the arguments given. It takes one of:{Environment.NewLine}{routes}");
}
