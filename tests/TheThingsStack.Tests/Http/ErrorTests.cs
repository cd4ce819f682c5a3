using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using TheThingsStack.Http;

namespace TheThingsStack.Tests.Http;

public sealed class ErrorTests
{
    private const string ForbiddenPaths = """
        {"code":3,"message":"error:pkg/rpcmiddleware/validator:field_mask_paths (forbidden path(s) in field mask)",
         "details":[{"@type":"type.googleapis.com/ttn.lorawan.v3.ErrorDetails","namespace":"pkg/rpcmiddleware/validator","name":"field_mask_paths",
           "message_format":"forbidden path(s) in field mask","attributes":{"forbidden_paths":["foo","bar.baz"]},
           "correlation_id":"0123456789abcdef0123456789abcdef","code":3}]}
        """;

    private const string WithCause = """
        {"code":3,"message":"error:pkg/errors:validation (invalid `ids`: wrong)",
         "details":[
           {"@type":"type.googleapis.com/some.OtherDetail","x":1},
           {"@type":"type.googleapis.com/ttn.lorawan.v3.ErrorDetails","namespace":"pkg/errors","name":"validation","message_format":"invalid `{field}`: {reason}",
            "attributes":{"field":"ids","reason":"wrong","count":2},"code":3,
            "cause":{"namespace":"pkg/a","name":"b","message_format":"{count} of {what}","attributes":{"count":2,"what":"them"},"code":5,
              "cause":{"name":"root","message_format":"deepest"}},
            "details":[{"@type":"x","y":2}]},
           {"@type":"type.googleapis.com/ttn.lorawan.v3.ErrorDetails","name":"second"}]}
        """;

    private static readonly string[] s_wellFormed = [ForbiddenPaths, WithCause, $$"""{"error":{{WithCause}}}"""];

    [Fact]
    public async Task Error_OfForbiddenPaths_NamesThem()
    {
        var e = await Calls.FailAsync(Answer.Json(400, ForbiddenPaths));
        Assert.Equal(
            "EndDeviceRegistry/Get: forbidden path(s) in field mask: foo, bar.baz (HTTP 400, pkg/rpcmiddleware/validator:field_mask_paths)", e.Message);
        Assert.Equal(["foo", "bar.baz"], e.ForbiddenPaths);
        Assert.Equal((HttpStatusCode.BadRequest, GrpcCode.InvalidArgument), (e.StatusCode, e.Code));
        Assert.Equal(("pkg/rpcmiddleware/validator", "field_mask_paths", "forbidden path(s) in field mask"), (e.Namespace, e.Name, e.MessageFormat));
        Assert.Equal(("0123456789abcdef0123456789abcdef", "EndDeviceRegistry/Get", ForbiddenPaths), (e.CorrelationId, e.Method, e.RawBody));
        Assert.Equal("foo", (string?)e.Attributes["forbidden_paths"]![0]);
        Assert.Single(e.Details);
        Assert.Null(e.Cause);
        Assert.Null(e.RequestId);
    }

    [Fact]
    public async Task Error_Wrapped_IsTheSame()
    {
        var e = await Calls.FailAsync(Answer.Json(400, $$"""{"error":{{ForbiddenPaths}}}"""));
        Assert.Equal(["foo", "bar.baz"], e.ForbiddenPaths);
        Assert.Equal(("field_mask_paths", GrpcCode.InvalidArgument), (e.Name, e.Code));
    }

    [Fact]
    public async Task Error_WithCauses_HasAllOfThem()
    {
        var e = await Calls.FailAsync(Answer.Json(400, WithCause));
        Assert.Equal("EndDeviceRegistry/Get: invalid `ids`: wrong: 2 of them: deepest (HTTP 400, pkg/errors:validation)", e.Message);
        Assert.Equal(("pkg/a", "b", GrpcCode.NotFound, "2 of them"), (e.Cause!.Namespace, e.Cause.Name, e.Cause.Code, e.Cause.ToString()));
        Assert.Equal(("root", null, null), (e.Cause.Cause!.Name, e.Cause.Cause.Code, e.Cause.Cause.Cause));
        Assert.Equal(2, (int?)e.Attributes["count"]);
        Assert.Equal(3, e.Details.Count);
        Assert.Equal(1, (int?)e.Details[0]["x"]);
    }

    [Fact]
    public async Task Error_Bare_HasItsText()
    {
        var e = await Calls.FailAsync(Answer.Json(404, """{"code":5,"message":"Not Found","details":[]}"""));
        Assert.Equal("EndDeviceRegistry/Get: Not Found (HTTP 404)", e.Message);
        Assert.Equal((GrpcCode.NotFound, null, null), (e.Code, e.Namespace, e.Name));
        Assert.Empty(e.Details);
        Assert.Empty(e.Attributes);
        Assert.Empty(e.ForbiddenPaths);
    }

    [Fact]
    public async Task Error_WithoutDetails_IsNamedByItsText()
    {
        var e = await Calls.FailAsync(Answer.Json(404, """{"code":5,"message":"error:pkg/identityserver/store:not_found (application `app1` not found)"}"""));
        Assert.Equal(("pkg/identityserver/store", "not_found"), (e.Namespace, e.Name));
        Assert.Equal("EndDeviceRegistry/Get: application `app1` not found (HTTP 404, pkg/identityserver/store:not_found)", e.Message);
    }

    [Fact]
    public async Task Error_EscapedForHtml_StaysAsItIs()
    {
        var e = await Calls.FailAsync(Answer.Json(400, """{"code":3,"message":"error:a:b (&lt;x&gt; &amp;)"}"""));
        Assert.StartsWith("EndDeviceRegistry/Get: &lt;x&gt; &amp; (", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, GrpcCode.InvalidArgument)]
    [InlineData(401, GrpcCode.Unauthenticated)]
    [InlineData(403, GrpcCode.PermissionDenied)]
    [InlineData(404, GrpcCode.NotFound)]
    [InlineData(409, GrpcCode.Aborted)]
    [InlineData(429, GrpcCode.ResourceExhausted)]
    [InlineData(499, GrpcCode.Canceled)]
    [InlineData(500, GrpcCode.Internal)]
    [InlineData(501, GrpcCode.Unimplemented)]
    [InlineData(503, GrpcCode.Unavailable)]
    [InlineData(504, GrpcCode.DeadlineExceeded)]
    [InlineData(418, GrpcCode.Unknown)]
    public async Task Error_Empty_IsKnownByItsStatus(int status, GrpcCode code)
    {
        var e = await Calls.FailAsync(Answer.Bytes(status, []));
        Assert.Equal(($"EndDeviceRegistry/Get: refused without an explanation (HTTP {status})", code, ""), (e.Message, e.Code, e.RawBody));
    }

    [Theory]
    [InlineData("<html><body>502 Bad Gateway</body></html>")]
    [InlineData("""{"code":3,"message":"trunc""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("""{"error":"invalid_request","error_description":"x"}""")]
    [InlineData("{}")]
    public async Task Error_OfAnotherShape_KeepsTheBody(string body)
    {
        var e = await Calls.FailAsync(Answer.Bytes(502, Encoding.UTF8.GetBytes(body), "Content-Type: text/html; charset=utf-8"));
        Assert.Equal("EndDeviceRegistry/Get: refused; the answer is not an error as The Things Stack writes it (text/html) (HTTP 502)", e.Message);
        Assert.Equal((GrpcCode.Unavailable, body), (e.Code, e.RawBody));
    }

    [Theory]
    [InlineData("""{"code":"3","message":7,"details":{}}""")]
    [InlineData("""{"code":3.5,"message":null,"details":"x"}""")]
    [InlineData("""{"code":99999999999999,"message":{},"details":[1,"x",null,[]]}""")]
    [InlineData("""{"message":[],"details":[{"@type":5,"namespace":[]}]}""")]
    [InlineData("""{"details":[{"@type":"a/ttn.lorawan.v3.ErrorDetails","namespace":1,"name":{},"message_format":[],"attributes":[],"correlation_id":2,"code":"x","cause":"y","details":{}}]}""")]
    [InlineData("""{"details":[{"@type":"a/ttn.lorawan.v3.ErrorDetails","attributes":{"forbidden_paths":{"a":1}},"cause":[]}]}""")]
    [InlineData("""{"details":[{"@type":"a/ttn.lorawan.v3.ErrorDetails","attributes":{"forbidden_paths":[1,null,{}]}}]}""")]
    [InlineData("""{"code":3,"code":3,"message":"a","message":7,"details":[{"x":1,"x":2}]}""")]
    public async Task Error_OfWrongTypes_IsStillOne(string body)
    {
        var e = await Calls.FailAsync(Answer.Json(400, body));
        Assert.Equal((HttpStatusCode.BadRequest, GrpcCode.InvalidArgument, body), (e.StatusCode, e.Code, e.RawBody));
        Assert.Empty(e.ForbiddenPaths);
        Assert.NotEmpty(e.ToString());
    }

    [Fact]
    public async Task Error_OfDamagedText_IsMended()
    {
        byte[] body = [.. """{"code":3,"message":"a\ud800b","details":[{"k":"""u8, (byte)'"', 0xFF, (byte)'"', .. "}]}"u8];
        var e = await Calls.FailAsync(Answer.Bytes(400, body));
        Assert.Equal("""EndDeviceRegistry/Get: a\ud800b (HTTP 400)""", e.Message);
        Assert.Equal("\uFFFD", (string?)e.Details[0]["k"]);
    }

    [Fact]
    public async Task Error_UnknownCode_IsKept()
    {
        var e = await Calls.FailAsync(Answer.Json(400, """{"code":77,"message":"new"}"""));
        Assert.Equal((GrpcCode)77, e.Code);
    }

    [Fact]
    public async Task Error_Huge_IsBounded()
    {
        var e = await Calls.FailAsync(Answer.Json(400, $$"""{"code":3,"message":"{{new string('ä', 400_000)}}"}"""));
        Assert.InRange(e.Message.Length, 2000, 2200);
        Assert.InRange(e.RawBody!.Length, 8_000, 16 * 1024);
        Assert.EndsWith("ä", e.RawBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_Endless_IsCutOff()
    {
        var sent = 0L;
        await using var server = new LoopbackServer(async (_, stream, cancellation) =>
        {
            await stream.WriteAsync(Answer.Head(500), cancellation);
            for (var chunk = new byte[64 * 1024]; sent < 1L << 28; sent += chunk.Length)
                await stream.WriteAsync(chunk, cancellation);
        });
        var e = await Calls.FailAsync(server);
        Assert.Equal(HttpStatusCode.InternalServerError, e.StatusCode);
        Assert.Equal(16 * 1024, e.RawBody!.Length);
        Assert.True(sent < 32L << 20, $"{sent} bytes were taken");
    }

    [Fact]
    public async Task Error_BrokenOff_KeepsStatusAndWhatCame()
    {
        var e = await Calls.FailAsync([.. Answer.Head(403, "Content-Length: 1000"), .. "{\"code\":7"u8]);
        Assert.Equal((HttpStatusCode.Forbidden, GrpcCode.PermissionDenied, "{\"code\":7"), (e.StatusCode, e.Code, e.RawBody));
        Assert.IsAssignableFrom<IOException>(Assert.IsType<TheThingsStackException>(e.InnerException).InnerException);
    }

    [Fact]
    public async Task Error_InGzip_IsRead()
    {
        var e = await Calls.FailAsync(Answer.Bytes(400, Answer.Gzip(Encoding.UTF8.GetBytes(ForbiddenPaths)), "Content-Encoding: gzip"));
        Assert.Equal("field_mask_paths", e.Name);
    }

    [Fact]
    public async Task Error_ThatRepeatsTheKey_ShowsItNowhere()
    {
        var body = $$$"""{"code":16,"message":"error:a:b (key {{{Calls.Key}}} of {{{Calls.Key}}})","details":[{"@type":"x/ttn.lorawan.v3.ErrorDetails","attributes":{"a":"{{{Calls.Key}}}"}}]}""";
        await using var server = new LoopbackServer(Answer.Json(401, body, $"X-Request-Id: {Calls.Key}", $"X-Warning: {Calls.Key}"));
        var e = await Calls.FailAsync(server);
        var all = string.Join('\n', e, e.RawBody, e.RequestId, e.Attributes.ToJsonString(), string.Concat(e.Details.Select(d => d.ToJsonString())), string.Concat(e.Response!.Warnings));
        Assert.DoesNotContain("SECRET", all, StringComparison.Ordinal);
        Assert.Contains("****", e.RawBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ThatRepeatsTheKey_ShowsItNowhere()
    {
        var e = await Calls.FailAsync(Answer.Json(200, $"Authorization: {Calls.Key}"));
        Assert.Equal($"Authorization: {new string('*', Calls.Key.Length)}", e.RawBody);
        Assert.DoesNotContain("SECRET", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_OfAnyDamage_IsNeverAnotherException()
    {
        using var http = new HttpClient(new Canned());
        using var connection = new ApiConnection(Calls.Options("host.example.com"), http);
        var bodies = Gen.Select(Gen.Int[0, 2].Select(i => s_wellFormed[i]), Gen.Int[0, 2000], Gen.Byte, Gen.Bool, Damage);
        await bodies.SampleAsync(async body =>
        {
            Canned.Body.Value = body;
            var e = await Assert.ThrowsAsync<TheThingsStackException>(() => Calls.GetAsync(connection));
            Assert.Equal(HttpStatusCode.BadRequest, e.StatusCode);
            _ = e.ToString() + e.Attributes.ToJsonString() + e.Cause + string.Concat(e.Details.Select(d => d.ToJsonString()));
        }, iter: 3000, threads: 2);
    }

    [Theory]
    [InlineData(400, false)]
    [InlineData(401, false)]
    [InlineData(403, false)]
    [InlineData(404, false)]
    [InlineData(408, true)]
    [InlineData(409, false)]
    [InlineData(429, true)]
    [InlineData(500, false)]
    [InlineData(501, false)]
    [InlineData(502, true)]
    [InlineData(503, true)]
    [InlineData(504, true)]
    public async Task Error_OfAStatus_IsTransientOrNot(int status, bool isTransient) =>
        Assert.Equal(isTransient, (await Calls.FailAsync(Answer.Bytes(status, []))).IsTransient);

    [Theory]
    [InlineData(14, true)]
    [InlineData(4, true)]
    [InlineData(8, true)]
    [InlineData(3, false)]
    [InlineData(13, false)]
    [InlineData(1, false)]
    public async Task Error_OfACode_IsTransientOrNot(int code, bool isTransient) =>
        Assert.Equal(isTransient, (await Calls.FailAsync(Answer.Json(500, $$"""{"code":{{code}},"message":"x"}"""))).IsTransient);

    [Fact]
    public async Task Failure_WithoutAWholeAnswer_IsTransient()
    {
        Assert.True((await Calls.FailAsync([])).IsTransient);
        Assert.True((await Calls.FailAsync(Answer.Head(200, "Content-Length: 9"))).IsTransient);
        Assert.False((await Calls.FailAsync(Answer.Json(200, "<html>"))).IsTransient);
    }

    [Fact]
    public void Exception_MadeByHand_HasEmptyListsNotNull()
    {
        var e = new TheThingsStackException("x", new TimeoutException());
        Assert.Empty(e.Details);
        Assert.Empty(e.ForbiddenPaths);
        Assert.Equal(new JsonObject().ToJsonString(), e.Attributes.ToJsonString());
        Assert.Equal(GrpcCode.Unknown, new TheThingsStackException().Code);
        Assert.Equal("y", new TheThingsStackException("y").Message);
    }

    private static byte[] Damage(string text, int at, byte value, bool cut)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        at %= bytes.Length;
        bytes[at] = value;
        return cut ? bytes[..at] : bytes;
    }

    private sealed class Canned : HttpMessageHandler
    {
        public static readonly AsyncLocal<byte[]> Body = new();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new ByteArrayContent(Body.Value!), RequestMessage = request });
    }
}
