using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Validation;

/// <summary>A field that breaks a rule; for a rule broken deeper inside, the cause says where.</summary>
internal sealed record Violation(string Message, string Field, string Reason, Violation? Cause = null)
{
    /// <summary>The error that the server makes of it, with every level of nesting.</summary>
    public ApiError ToError() =>
        new ApiError(RpcCode.InvalidArgument, "pkg/errors", "validation", "invalid `{field}`: {reason}") { Cause = Cause?.ToError() }
            .With("field", Field)
            .With("name", $"{Message}ValidationError")
            .With("reason", Reason);
}
