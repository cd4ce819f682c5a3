using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TheThingsStack.Analyzers.Requests;

/// <summary>Finds where the headers of a client or a message get a User-Agent.</summary>
internal sealed class UserAgentHeader
{
    private const string Name = "User-Agent";
    private const string Property = "UserAgent";

    private bool _mayBeSet;

    private UserAgentHeader()
    {
    }

    /// <summary>Whether it is seen that none is set.</summary>
    public bool IsAbsent => !_mayBeSet && Values.Count == 0;

    /// <summary>The values that are set, in the order in which they are written: of a whole header, or <c>ProductInfoHeaderValue</c>.</summary>
    public List<IOperation> Values { get; } = [];

    public static UserAgentHeader Of(ObjectLife life)
    {
        var header = new UserAgentHeader();
        foreach (var headers in life.Properties.Where(static property => property.Property.Name is "DefaultRequestHeaders" or "Headers"))
            header.Read(headers);
        header.Values.Sort(static (a, b) => a.Syntax.SpanStart.CompareTo(b.Syntax.SpanStart));
        return header;
    }

    /// <summary>Whether a client is created as it is, with a handler that sets no headers: other handlers, and classes below it, may.</summary>
    public static bool IsPlain(IObjectCreationOperation client) =>
        client.Type is { Name: "HttpClient", ContainingNamespace: { Name: "Http", ContainingNamespace.Name: "Net" } } && HasPlainHandler(client);

    private static bool HasPlainHandler(IObjectCreationOperation client) =>
        Operations.Argument(client.Arguments, "handler") is not { } handler
        || Operations.Resolve(handler) is IObjectCreationOperation { Type: { Name: "HttpClientHandler" or "SocketsHttpHandler", ContainingNamespace: { Name: "Http", ContainingNamespace.Name: "Net" } } };

    private void Read(IPropertyReferenceOperation headers)
    {
        switch (headers.Parent)
        {
            case IPropertyReferenceOperation { Property.Name: Property } userAgent:
                ReadUserAgent(userAgent);
                break;
            case IPropertyReferenceOperation:
                break;
            case IInvocationOperation call when call.Instance == headers:
                ReadCall(call);
                break;
            case IMemberInitializerOperation { Initializer: { } initializer }:
                ReadInitializer(initializer);
                break;
            default:
                _mayBeSet = true;
                break;
        }
    }

    private void ReadInitializer(IObjectOrCollectionInitializerOperation initializer)
    {
        foreach (var element in initializer.Initializers)
        {
            if (element is IInvocationOperation call)
                ReadCall(call);
            else if (element is IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation { Property.Name: Property } } userAgent)
                userAgent.Initializer.Initializers.OfType<IInvocationOperation>().ToList().ForEach(AddValue);
        }
    }

    private void ReadUserAgent(IPropertyReferenceOperation userAgent)
    {
        if (userAgent.Parent is IInvocationOperation { TargetMethod.Name: "Add" or "ParseAdd" or "TryParseAdd" } call)
            AddValue(call);
        else if (userAgent.Parent is not IInvocationOperation { TargetMethod.Name: "Clear" or "Remove" })
            _mayBeSet = true;
    }

    private void ReadCall(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is "Remove" or "Clear" or "Contains" or "GetValues" or "TryGetValues")
            return;
        if (call.TargetMethod.Name is not ("Add" or "TryAddWithoutValidation") || call.Arguments.FirstOrDefault()?.Value.ConstantValue is not { HasValue: true, Value: string name })
            _mayBeSet = true;
        else if (string.Equals(name, Name, StringComparison.OrdinalIgnoreCase))
            AddValue(call);
    }

    private void AddValue(IInvocationOperation call)
    {
        if (call.Arguments.LastOrDefault()?.Value is { } value)
            Values.Add(value);
        else
            _mayBeSet = true;
    }
}
