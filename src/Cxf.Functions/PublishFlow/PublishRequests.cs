namespace Cxf.Functions.PublishFlow;

/// <summary>Executes requests, one at a time.</summary>
public sealed class PublishRequests(
    FlowPublisher publisher,
    FlowRollout rollout,
    FlowDeletion deletion,
    PublishLog log,
    TimeProvider timeProvider
)
{
    /// <summary>
    /// Executes a request. Exceptions are failures of external services, which can be retried or not:
    /// <see cref="PublishFailures"/>.
    /// </summary>
    public async Task<PublishAnswer> CarryOutAsync(PublishRequest request, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        PublishAnswer answer;
        try
        {
            answer = await AnswerAsync(request, cancellationToken);
        }
        catch (FlowRefusedException refusal)
        {
            answer = PublishAnswer.Rejected(refusal.Message, refusal.Diagnostics);
        }
        catch (Exception exception)
        {
            log.Ended(exception, timeProvider.GetElapsedTime(started));
            throw;
        }

        log.Answered(request, answer, timeProvider.GetElapsedTime(started));
        return answer;
    }

    private Task<PublishAnswer> AnswerAsync(PublishRequest request, CancellationToken cancellationToken) =>
        request switch
        {
            { Flow: null } => deletion.DeleteAsync(request.Tenant, cancellationToken),
            { Flow: { } flow, Action: PublishAction.Publish } => publisher.PublishAsync(
                request.Tenant,
                flow,
                request.Revision,
                request.Allowed,
                cancellationToken
            ),
            { Flow: { } flow, Action: PublishAction.Recompile } => publisher.RecompileAsync(
                request.Tenant,
                flow,
                cancellationToken
            ),
            { Flow: { } flow, Action: PublishAction.Rollback } => rollout.RollBackAsync(
                request.Tenant,
                flow,
                request.Version!.Value,
                cancellationToken
            ),
            { Flow: { } flow, Action: PublishAction.Canary } => rollout.TryOutAsync(
                request.Tenant,
                flow,
                request.Version!.Value,
                request.Weight!.Value,
                cancellationToken
            ),
            { Flow: { } flow } => deletion.DeleteAsync(request.Tenant, flow, cancellationToken),
        };
}
