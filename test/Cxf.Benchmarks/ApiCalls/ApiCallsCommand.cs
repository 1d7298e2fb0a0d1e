using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using Cxf.ApiCalls;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Logging;
using Cxf.ApiCalls.Outbound;
using Cxf.ApiCalls.Requests;
using Cxf.ApiCalls.Secrets;
using Cxf.Documents.Identifiers;

namespace Cxf.Benchmarks.ApiCalls;

/// <summary>
/// One warm call to a real server on loopback, beside a plain HttpClient call that serialises the same body, parses the answer
/// and has a deadline. Both take turns within one run, so that the machine's noise meets both. The bound: 1.25 times the
/// time, 2 times the allocations.
/// </summary>
internal static class ApiCallsCommand
{
    private const double TimeBound = 1.25;
    private const double BytesBound = 2;
    private const int Operations = 200;
    private const int Turns = 25;

    /// <summary>
    /// Until the runtime has compiled our code as well as HttpClient's comes compiled; on Lambda all is compiled ahead.
    /// </summary>
    private const int WarmUpTurns = 15;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private static readonly JsonElement Body = JsonElement.Parse(
        """
        {"recordType":"lead","userInput":"5","caller":{"language":"en-US","channel":"VOICE"},"tags":["ivr","press-5"],
         "score":12.5}
        """
    );

    public static async Task<int> RunAsync()
    {
        await using var server = await LeadServer.StartAsync();
        using var plain = new HttpClient(new SocketsHttpHandler(), disposeHandler: true);
        using var caller = new ApiCaller(
            new ApiCallerOptions
            {
                Stage = StageName.Parse("bench"),
                Secrets = new NoSecrets(),
                Log = new DiscardedLog(),
                Policy = new OutboundPolicy { AllowLoopback = true },
            }
        );
        var connection = new ApiConnection
        {
            Tenant = TenantId.Parse("acme"),
            Id = ConnectionId.Parse("crm"),
            BaseUrl = server.Url,
            IdempotencyHeader = "Idempotency-Key",
        };
        var request = new ApiCallRequest
        {
            Tenant = connection.Tenant,
            Connection = connection.Id,
            Method = "POST",
            Path = "/leads",
            Body = Body,
            Timeout = Deadline,
            IdempotencyKey = "run-1.create_lead.0",
        };

        var turns = new List<(Timing Plain, Timing Ours)>();
        for (var turn = -WarmUpTurns; turn < Turns; turn++)
        {
            turns.Add(
                (
                    await Timing.OfAsync(Operations, () => CallPlainAsync(plain, new Uri(server.Url, "/leads"))),
                    await Timing.OfAsync(Operations, () => CallOursAsync(caller, connection, request))
                )
            );
        }

        turns.RemoveRange(0, WarmUpTurns);
        var (plainTime, ourTime) = (
            LowerQuartile(turns.Select(turn => turn.Plain.Microseconds)),
            LowerQuartile(turns.Select(turn => turn.Ours.Microseconds))
        );
        var (plainBytes, ourBytes) = (
            LowerQuartile(turns.Select(turn => (double)turn.Plain.Bytes)),
            LowerQuartile(turns.Select(turn => (double)turn.Ours.Bytes))
        );
        var (time, bytes) = (ourTime / plainTime, ourBytes / plainBytes);
        Console.WriteLine($"plain HttpClient  {plainTime, 8:F1} us  {plainBytes, 8:F0} bytes");
        Console.WriteLine($"ApiCaller         {ourTime, 8:F1} us  {ourBytes, 8:F0} bytes");
        Console.WriteLine(
            $"ratio             {time, 8:F2} (at most {TimeBound})  {bytes, 8:F2} (at most {BytesBound}); bytes "
                + "include the server's, which both have alike"
        );
        return time <= TimeBound && bytes <= BytesBound ? 0 : 1;
    }

    private static async Task CallPlainAsync(HttpClient client, Uri url)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        var bytes = new ArrayBufferWriter<byte>();
        await using (var writer = new Utf8JsonWriter(bytes))
        {
            Body.WriteTo(writer);
        }

        using var message = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new ReadOnlyMemoryContent(bytes.WrittenMemory),
        };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        message.Headers.TryAddWithoutValidation("Idempotency-Key", "run-1.create_lead.0");
        using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync(deadline.Token);
        using var document = await JsonDocument.ParseAsync(stream, cancellationToken: deadline.Token);
        Expect(document.RootElement.GetProperty("id").ValueEquals("L-1"));
    }

    private static async Task CallOursAsync(ApiCaller caller, ApiConnection connection, ApiCallRequest request)
    {
        var outcome = await caller.CallAsync(connection, request);
        Expect(outcome.Answer?.Body.GetProperty("id").ValueEquals("L-1") == true);
    }

    /// <summary>The turns that the rest of the machine disturbed least.</summary>
    private static double LowerQuartile(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 4];
    }

    private static void Expect(bool condition)
    {
        if (!condition)
        {
            throw new InvalidOperationException("The server did not answer as it should.");
        }
    }

    /// <summary>Takes the records, so that building them is part of the cost.</summary>
    private sealed class DiscardedLog : IAttemptLog
    {
        public void Write(AttemptRecord attempt) => Expect(attempt.Failure is null);
    }

    private sealed class NoSecrets : ISecretSource
    {
        public ValueTask<string?> GetAsync(SecretName name, CancellationToken cancellationToken) =>
            ValueTask.FromResult<string?>(null);
    }
}
