namespace TheThingsStack.Generators.Model;

/// <summary>One RPC, with every HTTP binding that it has.</summary>
/// <param name="Name">The C# name without "Async".</param>
/// <param name="Rpc">"Service/Method".</param>
/// <param name="Summary">What it does.</param>
/// <param name="Server">The server that answers, as a member of <c>StackServer</c>.</param>
/// <param name="Parameters">In the order of the signature.</param>
/// <param name="Response">The type of the answer, or of each item of a stream; null where the answer is empty.</param>
/// <param name="Streams">Whether the answer is a stream.</param>
/// <param name="IsDeprecated">Whether the server advises against it.</param>
/// <param name="Bindings">In the order in which they are tried.</param>
/// <param name="Mask">What the mask may select; null where there is none.</param>
/// <param name="PagingMethod">The name of the method that reads all pages; null where the list does not page.</param>
/// <param name="PagingField">The C# name of the field of the answer that holds the items.</param>
/// <param name="PagingItem">The type of the items.</param>
internal sealed record MethodModel(
    string Name,
    string Rpc,
    string? Summary,
    string Server,
    EquatableArray<ParameterModel> Parameters,
    TypeModel? Response,
    bool Streams,
    bool IsDeprecated,
    EquatableArray<BindingModel> Bindings,
    MaskModel? Mask,
    string? PagingMethod = null,
    string? PagingField = null,
    TypeModel? PagingItem = null);

/// <summary>What an RPC lets a mask select.</summary>
/// <param name="Message">The C# name of the message.</param>
/// <param name="Writes">Whether the mask says what to write.</param>
/// <param name="AllowsAll">Whether the server accepts every path.</param>
/// <param name="Written">The parameter that is written; null where nothing is.</param>
/// <param name="Deletes">The path that deletes the entity when nothing is written under it; null where there is none.</param>
/// <param name="Implicit">The paths that are returned whatever the mask says, separated by commas; null where that is unknown.</param>
/// <param name="Paths">The short form of what is accepted and exists in this reference.</param>
/// <param name="Count">How many paths that are.</param>
internal sealed record MaskModel(string Message, bool Writes, bool AllowsAll, string? Written, string? Deletes, string? Implicit, string Paths = "", int Count = 0);

/// <summary>The rules of all RPCs whose masks select from one message.</summary>
/// <param name="Message">The C# name of the message.</param>
/// <param name="Holders">The classes that hold the rules.</param>
internal sealed record MaskTargetModel(string Message, EquatableArray<string> Holders);

/// <summary>A parameter of a method.</summary>
internal sealed record ParameterModel(string Name, string WireName, TypeModel Type, bool IsRequired, string? Summary);

/// <summary>One HTTP route of an RPC.</summary>
/// <param name="HttpMethod">GET, POST, …</param>
/// <param name="Route">The template, as in the reference.</param>
/// <param name="Path">The template in pieces.</param>
/// <param name="Query">What goes into the query string.</param>
/// <param name="Body">The body; null where there is none.</param>
/// <param name="Headers">Parameters that travel as headers.</param>
internal sealed record BindingModel(
    string HttpMethod,
    string Route,
    EquatableArray<PathPartModel> Path,
    EquatableArray<QueryModel> Query,
    BodyModel? Body,
    EquatableArray<QueryModel> Headers);

/// <summary>A piece of a route: text, or a value taken from a parameter.</summary>
/// <param name="Text">The text; null for a value.</param>
/// <param name="Parameter">The C# name of the parameter.</param>
/// <param name="Members">The C# names of the properties that lead from the parameter to the value.</param>
/// <param name="IsOptional">Whether the value can be null.</param>
/// <param name="IsMultiSegment">Whether slashes in the value stay.</param>
/// <param name="IsString">Whether the value is a string, which may be empty.</param>
internal sealed record PathPartModel(string? Text, string? Parameter, EquatableArray<string> Members, bool IsOptional, bool IsMultiSegment, bool IsString);

/// <summary>A named value of a query string or a header.</summary>
/// <param name="WireName">The name on the wire.</param>
/// <param name="Parameter">The C# name of the parameter.</param>
/// <param name="IsJoined">Whether a list is one value with commas; else the name is repeated.</param>
internal sealed record QueryModel(string WireName, string Parameter, bool IsJoined = false);

/// <summary>The body of a request: one parameter as a whole, or an object made of several.</summary>
/// <param name="Whole">The C# name of the parameter that is the body.</param>
/// <param name="Members">The members of the object.</param>
internal sealed record BodyModel(string? Whole, EquatableArray<BodyMemberModel> Members);

/// <summary>A member of a body.</summary>
/// <param name="WireName">The name.</param>
/// <param name="Parameter">The C# name of the parameter.</param>
/// <param name="IsNested">Whether dots in the name lead into nested objects.</param>
internal sealed record BodyMemberModel(string WireName, string Parameter, bool IsNested);
