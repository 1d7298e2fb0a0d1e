using Cxf.Flows;
using Cxf.Flows.Compiling;
using Cxf.Flows.Contracts;
using Cxf.Flows.Runs;
using Cxf.Functions.Deployment;
using Cxf.Functions.Runs;
using Cxf.Functions.Serialization;
using Cxf.Functions.Stores;

namespace Cxf.Functions.ExecuteFlow;

/// <summary>
/// Carries out a request: reads it, proves the tenant, finds the live flow, checks the payload against its contract,
/// starts one run and answers. Everything that can go wrong is an answer.
/// </summary>
public sealed class FlowExecutor(IConfigurationStore store, FlowRuns runs, DeploymentSettings settings, AnswerLog log, TimeProvider timeProvider)
{
    /// <summary>The answer to an event.</summary>
    /// <param name="received">The event as it came.</param>
    /// <param name="remaining">How long the function may still run.</param>
    /// <param name="cancellationToken">Gives up without an answer.</param>
    public async Task<Dictionary<string, string>> ExecuteAsync(FunctionEvent received, TimeSpan remaining, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        var (request, rejection) = ExecuteFlowRequestReader.Read(received);
        var answer = request is null ? FlowAnswer.Rejected(rejection!) : await AnswerAsync(request, remaining, cancellationToken);
        log.Answered(request, answer, timeProvider.GetElapsedTime(started));
        return answer;
    }

    private async Task<Dictionary<string, string>> AnswerAsync(ExecuteFlowRequest request, TimeSpan remaining, CancellationToken cancellationToken)
    {
        if (!await IsAllowedAsync(request, cancellationToken))
        {
            return Rejected(FlowErrorWords.TenantNotAllowed, "tenantId is not a tenant that this Connect instance may act for.");
        }

        if (await store.FindLiveAsync(request.Tenant, request.Flow, cancellationToken) is not { } live)
        {
            return await store.FindDraftAsync(request.Tenant, request.Flow, cancellationToken) is null
                ? Rejected(FlowErrorWords.FlowNotFound, "flowId is not a flow of this tenant.")
                : Rejected(FlowErrorWords.FlowNotLive, "flowId is a flow that was never published.");
        }

        var check = ContractReader.Parse(live.InputContract).Check(request.Payload);
        if (check.Problems.Count > 0)
        {
            return FlowAnswer.Rejected(Rejection.Of(check.Problems));
        }

        var contact = request.Contact;
        var name = RunName.For(contact.ContactId, contact.InstanceArn, request.Tenant, request.Flow, request.RequestKey, request.Payload);
        var run = new RunRequest(live.AliasArn, name, ExecutionInput.Write(contact, check.Converted, live.ContactFields));
        return live.Type == StateMachineType.Express
            ? await runs.RunAsync(run, CallerBudget.Of(request.CallerLimit, remaining), cancellationToken)
            : await runs.StartAsync(run, cancellationToken);
    }

    // An instance vouches for its tenants; the direct form has no instance, so the deployment must name the tenant.
    private async ValueTask<bool> IsAllowedAsync(ExecuteFlowRequest request, CancellationToken cancellationToken) =>
        request.IsDirect
            ? settings.DirectTenants.Contains(request.Tenant)
            : (await store.FindTenantsAsync(request.Contact.InstanceArn, cancellationToken)).Contains(request.Tenant);

    private static Dictionary<string, string> Rejected(string word, string message) => FlowAnswer.Rejected(new Rejection(word, message));
}
