using System.Text;
using Cxf.ApiCalls;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Logging;
using Cxf.ApiCalls.Secrets;
using Cxf.Documents.Identifiers;
using Cxf.Flows;
using Cxf.Functions.CallApi;
using Cxf.Functions.Errors;
using Cxf.Functions.Limits;
using Cxf.Functions.Observability;
using Cxf.Functions.Serialization;
using Cxf.Functions.Stores.Caching;
using Cxf.Functions.Tests.Limits;
using Cxf.Functions.Tests.Stores.Caching;
using Cxf.StatesLanguage.Tasks.DynamoDb;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.Functions.Tests.CallApi;

/// <summary>What is CallApi's own, around the call: the connection's document, the step's time, mistakes.</summary>
public sealed class ThirdPartyCallTests
{
    private const string Call =
        """{"tenantId":"acme","connectionId":"crm","request":{"method":"GET","path":"/"},"timeoutMs":2000}""";

    // Where no call ever goes: it ends before it reaches the network, and is logged.
    private const string Connection = """{"baseUrl":"https://169.254.169.254"}""";

    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryDynamoDb _tables = TablesInMemory.Create();

    [Fact]
    public async Task A_table_that_fails_is_unavailable_and_the_cause_is_not_shown()
    {
        var failure = await FailureAsync<ApiUnavailable>(_ => throw new InvalidOperationException("account 123456789012"));
        Assert.Equal("The connection cannot be read at the moment.", failure.Message);
    }

    [Fact]
    public async Task A_table_that_does_not_answer_cannot_hold_the_step_past_its_time()
    {
        var reading = new TaskCompletionSource();
        var failing = FailureAsync<ApiTimeout>(async cancellationToken =>
        {
            reading.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        });
        await reading.Task;
        _time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(failing.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.2));
        await failing;
    }

    [Fact]
    public async Task The_time_that_reading_the_connection_takes_is_the_steps_own() =>
        await FailureAsync<ApiTimeout>(_ =>
        {
            _time.Advance(TimeSpan.FromSeconds(3));
            return new ValueTask<string?>(Connection);
        });

    [Fact]
    public async Task An_internal_error_is_Internal_and_its_message_is_not_exposed()
    {
        var failure = await FailureAsync<Cxf.Functions.Errors.Internal>(_ => new ValueTask<string?>(Connection), new BrokenLog());
        Assert.DoesNotContain("personal", failure.ToString(), StringComparison.Ordinal);
        Assert.Equal(FlowErrorCodes.Internal, failure.GetType().Name);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"tenantId":"a b","connectionId":"crm"}""")]
    public async Task An_invalid_request_is_a_misconfiguration(string received) =>
        await FailureAsync<ApiMisconfigured>(_ => new ValueTask<string?>(Connection), received: received);

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("""{"baseUrl":"ftp://crm"}""")]
    public async Task A_connection_that_is_missing_or_wrong_is_a_misconfiguration(string? document) =>
        await FailureAsync<ApiMisconfigured>(_ => new ValueTask<string?>(document));

    [Fact]
    public async Task A_call_over_its_limit_is_throttled()
    {
        await OtherProcess()
            .EnterAsync(
                GivenConnection.Of(new CallLimits(1, null)),
                0,
                TimeSpan.FromSeconds(9),
                TestContext.Current.CancellationToken
            );
        var failure = await FailureAsync<ApiThrottled>(
            _ => new ValueTask<string?>("""{"baseUrl":"https://169.254.169.254","limits":{"maxConcurrent":1}}"""),
            received: Call.Replace("2000", "50")
        );
        Assert.DoesNotContain("may have acted", failure.Message);
    }

    [Fact]
    public async Task A_call_below_its_limit_is_made_and_its_lease_given_back()
    {
        const string Limited = """{"baseUrl":"https://169.254.169.254","limits":{"maxConcurrent":1}}""";
        await FailureAsync<ApiBlocked>(_ => new ValueTask<string?>(Limited));
        await FailureAsync<ApiBlocked>(_ => new ValueTask<string?>(Limited));
    }

    [Fact]
    public async Task A_call_through_an_open_circuit_breaker_is_unavailable()
    {
        const string Guarded = """{"baseUrl":"https://169.254.169.254","circuitBreaker":{"failurePercent":1,"minCalls":1}}""";
        await FailureAsync<ApiBlocked>(_ => new ValueTask<string?>(Guarded));
        var breaker = new CircuitBreaker(1, 1, CircuitBreaker.Default.Window, CircuitBreaker.Default.Open);
        var pass = await OtherProcess()
            .EnterAsync(GivenConnection.Of(breaker: breaker), 0, TimeSpan.FromSeconds(9), TestContext.Current.CancellationToken);
        await pass.LeaveAsync(GivenConnection.ServerError);
        Assert.True(pass.OpenedCircuit);

        var failure = await FailureAsync<ApiUnavailable>(_ => new ValueTask<string?>(Guarded));
        Assert.Contains("circuit breaker", failure.Message);
    }

    private CallGate OtherProcess() =>
        new(new TablesInMemory(_tables), TablesInMemory.Table, NullLogger.Instance, _time, new Random(1));

    private async Task<T> FailureAsync<T>(
        Func<CancellationToken, ValueTask<string?>> connection,
        IAttemptLog? log = null,
        string received = Call
    )
        where T : ApiCallException
    {
        using var caller = new ApiCaller(
            new ApiCallerOptions
            {
                Stage = StageName.Parse("test"),
                Secrets = new NoSecrets(),
                Log = log,
            }
        );
        var metrics = new Metrics(StageName.Parse("test"), Stream.Null, _time);
        var call = new ThirdPartyCall(
            Around(new CountingStore { Connection = connection }),
            caller,
            new CallGate(new TablesInMemory(_tables), "runs", NullLogger.Instance, _time),
            new CallLog(NullLogger.Instance, metrics),
            _time
        );
        return await Assert.ThrowsAsync<T>(() =>
            call.MakeAsync(FunctionEvent.Read(Encoding.UTF8.GetBytes(received)), TestContext.Current.CancellationToken)
        );
    }

    private CachingConfigurationStore Around(CountingStore store) => new(store, CacheAges.Default, _time, NullLogger.Instance);

    private sealed class BrokenLog : IAttemptLog
    {
        public void Write(AttemptRecord attempt) => throw new InvalidOperationException("personal");
    }

    private sealed class NoSecrets : ISecretSource
    {
        public ValueTask<string?> GetAsync(SecretName name, CancellationToken cancellationToken) => new((string?)null);
    }
}
