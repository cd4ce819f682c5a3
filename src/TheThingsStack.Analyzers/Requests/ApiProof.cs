using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TheThingsStack.Analyzers.Flow;
using TheThingsStack.Analyzers.Requests.Routes;
using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Analyzers.Requests;

/// <summary>Says whether a URL is one of this API: other products have an <c>/api/v3</c>, and some of the routes below it.</summary>
internal sealed class ApiProof(AnalyzerConfigOptionsProvider options)
{
    private const string HostsOption = "thethingsstack_hosts";
    private const string HostMark = "thethings";
    private const string KeyMark = "NNSXS.";

    /// <summary>Whether a request goes to the API, given that it fits a route.</summary>
    public bool IsApi(HttpRequest request)
    {
        var url = request.Url;
        if (url.QueryOf(Route.Mask) is not null && request.Routes.Any(static route => route.TakesMaskInQuery) && IsPlausible(url, request.Routes))
            return true;
        if (url.IsRelative)
            return false;
        return url.HasApiPath
            && (IsKnownHost(url, request.Call.Syntax.SyntaxTree) || request.Routes.All(static route => route.IsDistinct) || HasKey(request.Call));
    }

    /// <summary>Whether a URL with a mask goes to the API, given that its path fits a route: relative ones without <c>/api/v3</c> need a route that no other API has.</summary>
    public static bool IsPlausible(RequestUrl url, IEnumerable<Route> routes) =>
        url.HasApiPath || (url.Host is null && routes.All(static route => route.IsDistinct));

    /// <summary>Whether the host says so: by its name, or because the project lists it.</summary>
    public bool IsKnownHost(RequestUrl url, SyntaxTree tree)
    {
        if (url.Host is not { } host)
            return false;
        if (host.IndexOf(HostMark, StringComparison.OrdinalIgnoreCase) >= 0)
            return true;
        return options.GetOptions(tree).TryGetValue(HostsOption, out var listed)
            && listed.Split([',', ' ', '|'], StringSplitOptions.RemoveEmptyEntries).Any(known => IsAtOrBelow(host, known));
    }

    private static bool IsAtOrBelow(string host, string known) =>
        string.Equals(host, known, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + known, StringComparison.OrdinalIgnoreCase);

    private static bool HasKey(IOperation call)
    {
        var body = Body.Of(call);
        return body.Literals.Concat(body.Fields.Where(static reference => reference.Field.HasConstantValue)).Any(static text => TextOrigin.Of(text)?.Text.Contains(KeyMark) is true);
    }
}
