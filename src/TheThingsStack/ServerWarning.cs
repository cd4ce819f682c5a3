namespace TheThingsStack;

/// <summary>Something that the server warns about in an answer: it may become an error in a later version of the server.</summary>
/// <param name="Text">The warning, as the server words it.</param>
/// <param name="Rpc">The RPC that was called, <c>EndDeviceRegistry/Get</c> for example.</param>
/// <param name="RequestId">The id under which the server logs the call.</param>
public sealed record ServerWarning(string Text, string Rpc, string? RequestId);
