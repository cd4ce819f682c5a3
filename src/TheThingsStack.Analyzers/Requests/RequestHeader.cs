using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TheThingsStack.Analyzers.Requests;

/// <summary>Finds where the headers of a client or a message get one of a name.</summary>
internal sealed class RequestHeader
{
    private readonly string _name;
    private readonly string _property;
    private bool _mayBeSet;

    private RequestHeader(string name, string property) => (_name, _property) = (name, property);

    /// <summary>Whether it is seen that none is set.</summary>
    public bool IsAbsent => !_mayBeSet && Values.Count == 0;

    /// <summary>The values that are set, in the order in which they are written: of a whole header, or objects such as <c>ProductInfoHeaderValue</c>.</summary>
    public List<IOperation> Values { get; } = [];

    /// <summary>The one value that is ever set; null where there is none, or another one may be.</summary>
    public IOperation? Only => !_mayBeSet && Values is [var only] ? only : null;

    public static RequestHeader UserAgentOf(ObjectLife life) => Of(life, new("User-Agent", "UserAgent"));

    public static RequestHeader AuthorizationOf(ObjectLife life) => Of(life, new("Authorization", "Authorization"));

    private static RequestHeader Of(ObjectLife life, RequestHeader header)
    {
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
            case IPropertyReferenceOperation property when property.Property.Name == _property:
                ReadProperty(property);
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
            else if (element is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment && target.Property.Name == _property)
                Values.Add(assignment.Value);
            else if (element is IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation member, Initializer: { } values } && member.Property.Name == _property)
                values.Initializers.OfType<IInvocationOperation>().ToList().ForEach(AddValue);
        }
    }

    private void ReadProperty(IPropertyReferenceOperation property)
    {
        if (property.Parent is ISimpleAssignmentOperation assignment && assignment.Target == property)
            Values.Add(assignment.Value);
        else if (property.Parent is IInvocationOperation { TargetMethod.Name: "Add" or "ParseAdd" or "TryParseAdd" } call)
            AddValue(call);
        else if (property.Parent is not IInvocationOperation { TargetMethod.Name: "Clear" or "Remove" })
            _mayBeSet = true;
    }

    private void ReadCall(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is "Remove" or "Clear" or "Contains" or "GetValues" or "TryGetValues")
            return;
        if (call.TargetMethod.Name is not ("Add" or "TryAddWithoutValidation") || call.Arguments.FirstOrDefault()?.Value.ConstantValue is not { HasValue: true, Value: string name })
            _mayBeSet = true;
        else if (string.Equals(name, _name, StringComparison.OrdinalIgnoreCase))
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
