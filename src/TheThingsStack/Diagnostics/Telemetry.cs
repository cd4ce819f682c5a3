namespace TheThingsStack.Diagnostics;

/// <summary>
/// Names for <c>AddSource</c> and <c>AddMeter</c> of OpenTelemetry.
/// <para>
/// Each call is one activity, named by HTTP method and route template, with the tags <c>http.request.method</c>, <c>url.template</c>,
/// <c>server.address</c>, <c>server.port</c>, <c>rpc.service</c>, <c>rpc.method</c>, <c>http.response.status_code</c>, <c>error.type</c> and,
/// where it was sent again, <c>http.request.resend_count</c>. The meter has <c>http.client.request.duration</c>,
/// <c>thethingsstack.client.rate_limit.wait</c>, <c>thethingsstack.client.retries</c> and <c>thethingsstack.client.warnings</c>.
/// Ids are in none of the tags, and the API key is nowhere.
/// </para>
/// </summary>
public static class Telemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "TheThingsStack";
}
