using System.Diagnostics.CodeAnalysis;
using System.Net;
using TheThingsStack.Diagnostics;

namespace TheThingsStack.Http;

/// <summary>Sends requests, in their turn under the rate limit, until one is answered by something else than "too many requests".</summary>
internal sealed class ApiSender(HttpClient http, RequestFactory requests, RpcLimiters? limiters, WarningSink warnings, TimeProvider time)
{
    public async Task<Exchange> SendAsync(ApiCall call, ApiRequest request, CallOptions? options, string encoding)
    {
        var limiter = limiters?.Of(request.Method.Rpc);
        var turn = new Turn(limiters?.Options.MaxTotalWait ?? TimeSpan.Zero);
        while (true)
        {
            var sending = limiter is null ? default : await EnterAsync(call, limiter, turn).ConfigureAwait(false);
            try
            {
                return await SendOnceAsync(call, limiter, sending, request, options, encoding).ConfigureAwait(false);
            }
            catch (TheThingsStackException e) when (limiter is not null && MayRetry(e, call, turn, out var asked))
            {
                turn.Number = sending.Turn;
                call.Trace.Refused(++turn.Retries, asked);
            }
        }
    }

    private bool MayRetry(TheThingsStackException e, ApiCall call, Turn turn, out TimeSpan asked)
    {
        asked = e.Response?.RateLimit?.Retry ?? TimeSpan.Zero;
        return e.StatusCode == HttpStatusCode.TooManyRequests
            && turn.Retries < limiters!.Options.MaxRetries
            && asked <= limiters.Options.MaxWait
            && asked < turn.Left
            && asked < call.Left;
    }

    private async ValueTask<Sending> EnterAsync(ApiCall call, RpcLimiter limiter, Turn turn)
    {
        var entered = limiter.EnterAsync(turn.Number, turn.Left, call.Token);
        if (entered.IsCompletedSuccessfully)
            return entered.Result;
        var start = time.GetTimestamp();
        try
        {
            return await entered.ConfigureAwait(false);
        }
        catch (Exception e) when (Translate(call, e) is { } translated)
        {
            throw translated;
        }
        finally
        {
            var waited = time.GetElapsedTime(start);
            turn.Left = turn.Left > waited ? turn.Left - waited : TimeSpan.Zero;
            call.Trace.Waited(waited);
        }
    }

    private Exception? Translate(ApiCall call, Exception e) => e switch
    {
        OperationCanceledException => call.NoTurn(e),
        TimeoutException => Failures.NoAnswer(
            call.Method, $"not sent: its turn under the rate limit did not come within {limiters!.Options.MaxTotalWait}", GrpcCode.ResourceExhausted, e),
        RateLimitedException limited => Failures.NoAnswer(
            call.Method, $"not sent: the rate limit is used up, and the server asks to wait another {limited.Wait.TotalSeconds:0} s, longer than calls may", GrpcCode.ResourceExhausted, e),
        _ => null,
    };

    [SuppressMessage("Reliability", "CA2000", Justification = "Given to the caller, or disposed of.")]
    private async Task<Exchange> SendOnceAsync(
        ApiCall call, RpcLimiter? limiter, Sending sending, ApiRequest request, CallOptions? options, string encoding)
    {
        Exchange? exchange = null;
        var isCounted = false;
        try
        {
            exchange = new Exchange(requests.Create(request, call.Address, options, encoding));
            await AskAsync(call, exchange).ConfigureAwait(false);
            isCounted = true;
            limiter?.Answered(sending, exchange.Metadata.StatusCode, exchange.Metadata.RateLimit);
            warnings.Tell(request.Method, exchange.Metadata);
            options?.OnResponse?.Invoke(exchange.Metadata);
            if (!exchange.Response.IsSuccessStatusCode)
                throw await RefusedAsync(call, exchange).ConfigureAwait(false);
            return exchange;
        }
        catch
        {
            if (!isCounted)
                limiter?.Lost();
            exchange?.Dispose();
            throw;
        }
    }

    private async Task AskAsync(ApiCall call, Exchange exchange)
    {
        var start = time.GetTimestamp();
        try
        {
            exchange.Answered(await call.SendAsync(http, exchange.Request).ConfigureAwait(false), requests.Key);
            CheckOrigin(call, exchange);
            call.Trace.Requested(time.GetElapsedTime(start), (int)exchange.Metadata.StatusCode, null);
        }
        catch (Exception e)
        {
            call.Trace.Requested(time.GetElapsedTime(start), null, e);
            throw;
        }
    }

    private static void CheckOrigin(ApiCall call, Exchange exchange)
    {
        if (exchange.Response.RequestMessage?.RequestUri is { } answered && answered != call.Address)
            throw Failures.NotUnderstood(call.Method, exchange.Metadata, $"the answer comes from {answered.GetLeftPart(UriPartial.Authority)}: the HttpClient follows redirects, which it must not", []);
    }

    private async Task<TheThingsStackException> RefusedAsync(ApiCall call, Exchange exchange)
    {
        using var body = new PooledBuffer();
        TheThingsStackException? brokenOff = null;
        try
        {
            await ResponseBody.ReadAsync(call, exchange.Response.Content, body, ResponseBody.MaxError).ConfigureAwait(false);
        }
        catch (TheThingsStackException e)
        {
            // The status counts, and what came of the body is kept.
            brokenOff = e;
        }
        requests.Key.Erase(body.Span);
        return Failures.Refused(call.Method, exchange.Response, exchange.Metadata, body.Span, brokenOff);
    }

    /// <summary>The place of a call among those of its RPC, and what it may still spend.</summary>
    private sealed class Turn(TimeSpan left)
    {
        public long Number { get; set; }

        public int Retries { get; set; }

        public TimeSpan Left { get; set; } = left;
    }
}
