using System.Net;

namespace TheThingsStack.Http;

/// <summary>What an HTTP status says about an error when the body says nothing.</summary>
internal static class StatusCodes
{
    public static GrpcCode ToGrpcCode(HttpStatusCode status) => (int)status switch
    {
        400 => GrpcCode.InvalidArgument,
        401 => GrpcCode.Unauthenticated,
        403 => GrpcCode.PermissionDenied,
        404 => GrpcCode.NotFound,
        408 => GrpcCode.DeadlineExceeded,
        409 => GrpcCode.Aborted,
        429 => GrpcCode.ResourceExhausted,
        499 => GrpcCode.Canceled,
        500 => GrpcCode.Internal,
        501 => GrpcCode.Unimplemented,
        502 or 503 => GrpcCode.Unavailable,
        504 => GrpcCode.DeadlineExceeded,
        _ => GrpcCode.Unknown,
    };
}
