using Cxf.ApiCalls.Answers;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;
using Cxf.Documents.Identifiers;

namespace Cxf.Functions.Tests.Limits;

/// <summary>Connections with limits, and how their calls end.</summary>
internal static class GivenConnection
{
    public static ApiConnection Of(
        CallLimits? limits = null,
        CallLimits? tenantLimits = null,
        CircuitBreaker? breaker = null,
        string id = "crm"
    ) =>
        new()
        {
            Tenant = TenantId.Parse("acme"),
            Id = ConnectionId.Parse(id),
            BaseUrl = new Uri("https://crm.example.com"),
            Limits = limits,
            TenantLimits = tenantLimits,
            Breaker = breaker,
        };

    public static ApiCallOutcome Answered { get; } =
        ApiCallOutcome.Of(new ApiCallAnswer(200, new Dictionary<string, string>(), default, 1, TimeSpan.Zero));

    public static ApiCallOutcome ServerError { get; } = Failed(FailureReason.ServerError, 500);

    public static ApiCallOutcome TimedOut { get; } =
        ApiCallOutcome.Of(new ApiCallFailure(FailureReason.StepTimedOut, true, null, null, 1, TimeSpan.Zero));

    public static ApiCallOutcome NotFound { get; } = Failed(FailureReason.NotFound, 404);

    private static ApiCallOutcome Failed(FailureReason reason, int status) =>
        ApiCallOutcome.Of(new ApiCallFailure(reason, true, null, status, 1, TimeSpan.Zero));
}
