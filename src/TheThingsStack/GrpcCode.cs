namespace TheThingsStack;

/// <summary>The kind of an error, by the numbers of gRPC. A newer server may send a number that is not listed here.</summary>
public enum GrpcCode
{
    /// <summary>No error.</summary>
    Ok = 0,

    /// <summary>The call was given up by its caller.</summary>
    Canceled = 1,

    /// <summary>An error of no known kind.</summary>
    Unknown = 2,

    /// <summary>The request is wrong in itself, whatever the state of the server: a forbidden field mask path, for example.</summary>
    InvalidArgument = 3,

    /// <summary>The call took too long.</summary>
    DeadlineExceeded = 4,

    /// <summary>There is no such entity.</summary>
    NotFound = 5,

    /// <summary>There is such an entity already.</summary>
    AlreadyExists = 6,

    /// <summary>The API key has not the right to do this.</summary>
    PermissionDenied = 7,

    /// <summary>A limit is reached: the rate limit, for example.</summary>
    ResourceExhausted = 8,

    /// <summary>The state of the server or of the entity does not allow this now.</summary>
    FailedPrecondition = 9,

    /// <summary>Another change came between.</summary>
    Aborted = 10,

    /// <summary>A value beyond the valid range.</summary>
    OutOfRange = 11,

    /// <summary>The server does not know this operation.</summary>
    Unimplemented = 12,

    /// <summary>A fault within the server.</summary>
    Internal = 13,

    /// <summary>The server, or one that it needs, cannot be reached now.</summary>
    Unavailable = 14,

    /// <summary>Data are lost or damaged.</summary>
    DataLoss = 15,

    /// <summary>No API key, or not a valid one.</summary>
    Unauthenticated = 16,
}
