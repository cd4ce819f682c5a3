namespace TheThingsStack.Http;

/// <summary>One HTTP binding of an RPC. Generated code keeps one per binding.</summary>
public sealed class ApiMethod
{
    /// <summary>Describes a binding.</summary>
    /// <param name="rpc">Service and RPC, <c>EndDeviceRegistry/Get</c> for example.</param>
    /// <param name="httpMethod">The HTTP method, <c>GET</c> for example.</param>
    /// <param name="route">The template of the route below <c>/api/v3</c>, with its leading slash.</param>
    /// <param name="server">The part that answers it.</param>
    public ApiMethod(string rpc, string httpMethod, string route, StackServer server)
    {
        ArgumentException.ThrowIfNullOrEmpty(rpc);
        ArgumentException.ThrowIfNullOrEmpty(httpMethod);
        ArgumentException.ThrowIfNullOrEmpty(route);
        Rpc = rpc;
        HttpMethod = HttpMethod.Parse(httpMethod);
        Route = route;
        Server = server;
    }

    /// <summary>Service and RPC, <c>EndDeviceRegistry/Get</c> for example.</summary>
    public string Rpc { get; }

    /// <summary>The HTTP method.</summary>
    public HttpMethod HttpMethod { get; }

    /// <summary>The template of the route below <c>/api/v3</c>.</summary>
    public string Route { get; }

    /// <summary>The part that answers it.</summary>
    public StackServer Server { get; }

    /// <summary>RPC, HTTP method and route.</summary>
    public override string ToString() => $"{Rpc} ({HttpMethod} {Route})";
}
