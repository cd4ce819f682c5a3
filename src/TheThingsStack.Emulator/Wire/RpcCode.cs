namespace TheThingsStack.Emulator.Wire;

/// <summary>The gRPC status codes that the emulator answers with.</summary>
internal enum RpcCode
{
    Unknown = 2,
    InvalidArgument = 3,
    DeadlineExceeded = 4,
    NotFound = 5,
    AlreadyExists = 6,
    PermissionDenied = 7,
    ResourceExhausted = 8,
    FailedPrecondition = 9,
    Unimplemented = 12,
    Internal = 13,
    Unavailable = 14,
    Unauthenticated = 16,
}

internal static class RpcCodes
{
    /// <summary>The HTTP status that the gateway in front of the gRPC server turns a code into.</summary>
    public static int ToHttpStatus(this RpcCode code) => code switch
    {
        RpcCode.InvalidArgument or RpcCode.FailedPrecondition => 400,
        RpcCode.Unauthenticated => 401,
        RpcCode.PermissionDenied => 403,
        RpcCode.NotFound => 404,
        RpcCode.AlreadyExists => 409,
        RpcCode.ResourceExhausted => 429,
        RpcCode.Unimplemented => 501,
        RpcCode.Unavailable => 503,
        RpcCode.DeadlineExceeded => 504,
        _ => 500,
    };
}
