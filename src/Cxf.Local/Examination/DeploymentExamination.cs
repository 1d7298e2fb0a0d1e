using System.Text;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement.Model;
using Amazon.StepFunctions.Model;
using Cxf.ApiCalls.Connections;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Functions.Limits;
using Cxf.Functions.PublishFlow;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.Runs;
using Cxf.Local.CloudWatchLogs;
using Cxf.Local.Deployment;
using Cxf.Local.Publishing;

namespace Cxf.Local.Examination;

/// <summary>
/// Looks for what fails the calls of a tenant: without a bound instance, with a broken connection, a missing secret, a flow that
/// is not live, a live version that no longer fits what it uses. It only reads, and of secrets only whether they exist.
/// </summary>
/// <param name="target">The deployment.</param>
/// <param name="services">Its services; null for a deployment in files, which has none.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class DeploymentExamination(IPublishTarget target, DeploymentServices? services, TimeProvider timeProvider)
{
    private readonly FlowLinker _linker = new(target.Store, LocalSettings.For(target.Stage), timeProvider);
    private readonly List<Finding> _findings = [];
    private bool _hasExaminedLogs;

    /// <summary>Examines tenants; what fails calls comes first.</summary>
    public async Task<IReadOnlyList<Finding>> OfAsync(IEnumerable<TenantId> tenants, CancellationToken cancellationToken)
    {
        await ExamineRunsTableAsync(cancellationToken);
        foreach (var tenant in tenants)
        {
            await ExamineAsync(tenant, cancellationToken);
        }

        return [.. _findings.OrderBy(finding => finding.Severity)];
    }

    // Every run of a flow that changes something is claimed there first.
    private async Task ExamineRunsTableAsync(CancellationToken cancellationToken)
    {
        if (services is null)
        {
            return;
        }

        try
        {
            await new RunStore(services.Tables, services.RunsTable).FindAsync(
                TenantId.Parse("self-check"),
                0,
                "self-check",
                cancellationToken
            );
        }
        catch (Amazon.DynamoDBv2.Model.ResourceNotFoundException)
        {
            Error(
                services.RunsTable,
                "There is no table of runs, so flows that change something do not start.",
                "Deploy the stack again, or name the right stage."
            );
        }
    }

    private async Task ExamineAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var store = target.Store;
        var found = await store.FindTenantAsync(tenant, cancellationToken);
        var flows = await store.ListFlowsAsync(tenant, cancellationToken);
        if (found is null && flows.Count == 0)
        {
            Error(
                tenant.Value,
                $"There is no such tenant in {target.Name}: a contact flow that names it gets TenantNotAllowed.",
                "Publish it with cxf publish, or name the right stage."
            );
            return;
        }

        if (found is not { Instances.Count: > 0 })
        {
            Warning(
                tenant.Value,
                "No Amazon Connect instance may act for the tenant: every contact flow gets TenantNotAllowed.",
                "Name the tenant in instances.json beside the instance's ARN, and publish."
            );
        }

        var generation = await store.FindGenerationAsync(tenant, cancellationToken);
        await ExamineConnectionsAsync(tenant, generation, cancellationToken);
        await ExamineSecretsAsync(tenant, cancellationToken);
        foreach (var flow in flows.OrderBy(flow => flow.Value, StringComparer.Ordinal))
        {
            await ExamineAsync(tenant, flow, generation, cancellationToken);
        }
    }

    private async Task ExamineConnectionsAsync(TenantId tenant, int generation, CancellationToken cancellationToken)
    {
        foreach (var (id, document) in await target.Store.ListConnectionsAsync(tenant, cancellationToken))
        {
            var where = $"{tenant}/connections/{id}";
            var reading = ConnectionReader.Read(tenant, id, Encoding.UTF8.GetBytes(document));
            if (reading.Value is not { } connection)
            {
                Error(
                    where,
                    $"CallApi cannot use the connection, so every call through it fails: {Problems(reading.Diagnostics)}",
                    "Correct its file and publish."
                );
            }
            else if (
                services is not null
                && await new LimitStatusReader(services.Tables, services.RunsTable, timeProvider).ReadAsync(
                    connection,
                    generation,
                    cancellationToken
                )
                    is { Circuit: { } circuit }
                && CircuitFinding.MessageOf(circuit) is { } message
            )
            {
                Warning(
                    where,
                    message,
                    "Look for the cause at the third party. The circuit breaker closes by itself after a call that succeeds."
                );
            }
        }
    }

    private async Task ExamineSecretsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        if (services is null)
        {
            return;
        }

        foreach (var secret in await SecretToSet.OfAsync(target, tenant, cancellationToken))
        {
            var where = secret.Connection.Replace("/", "/connections/", StringComparison.Ordinal);
            try
            {
                // Without decryption: that it exists is all that is asked.
                await services.ParameterStore.GetParameterAsync(
                    new GetParameterRequest { Name = secret.Name, WithDecryption = false },
                    cancellationToken
                );
            }
            catch (ParameterNotFoundException)
            {
                Error(
                    where,
                    $"The secret {secret.Name} does not exist, so every call through the connection ends as ApiMisconfigured.",
                    secret.Instruction
                );
            }
            catch (AmazonServiceException exception)
            {
                Warning(
                    where,
                    $"Parameter Store did not say whether the secret {secret.Name} exists: {exception.ErrorCode}.",
                    "Run the command as somebody who has the right ssm:GetParameter for it."
                );
            }
        }
    }

    private async Task ExamineAsync(TenantId tenant, FlowId flow, int generation, CancellationToken cancellationToken)
    {
        var where = $"{tenant}/{flow}";
        var live = await target.Store.FindLiveAsync(tenant, flow, cancellationToken);
        var draft = await target.Store.FindDraftAsync(tenant, flow, cancellationToken);
        var linkedDraft = draft is null ? null : await _linker.ReadAsync(tenant, flow, draft.Document, cancellationToken);
        if (linkedDraft is { Flow: null })
        {
            Warning(
                where,
                $"The draft cannot be published: {Problems(linkedDraft.Diagnostics)}",
                $"Correct it: cxf check {where}"
            );
        }

        if (live is null || live.Generation != generation)
        {
            Warning(where, "The flow is not live: a contact flow that names it gets FlowNotLive.", $"cxf publish {where}");
            return;
        }

        await ExamineMachineAsync(where, live, cancellationToken);
        foreach (var route in live.Routes.Where(route => route.Weight is > 0 and < 100))
        {
            Information(
                where,
                $"Version {route.Version} gets {route.Weight} of 100 calls.",
                $"Give one version all of them with cxf canary or cxf rollback {where}."
            );
        }

        var version = await target.Store.FindVersionAsync(tenant, flow, live.Version, cancellationToken);
        if (version is null)
        {
            Warning(
                where,
                $"The record of version {live.Version}, which callers use, is gone, so it cannot be compared or restored.",
                $"cxf publish {where}"
            );
            return;
        }

        var linkedLive = await _linker.ReadAsync(tenant, flow, version.Document, cancellationToken);
        if (linkedLive.Flow is null)
        {
            Error(
                where,
                $"Version {live.Version}, which callers use, no longer fits what it uses: {Problems(linkedLive.Diagnostics)}",
                "Restore what it names, or publish a version without it."
            );
        }
        else if (
            linkedDraft is { Flow: not null }
            && linkedDraft.Compile(live.Version).Definition != linkedLive.Compile(live.Version).Definition
        )
        {
            Information(
                where,
                $"The draft differs from version {live.Version}, which callers use.",
                $"See the difference with cxf diff {where}; callers get it with cxf publish."
            );
        }
    }

    private async Task ExamineMachineAsync(string where, LiveFlow live, CancellationToken cancellationToken)
    {
        if (services is not { HasStepFunctions: true })
        {
            return;
        }

        try
        {
            var alias = await services.StepFunctions.DescribeStateMachineAliasAsync(
                new DescribeStateMachineAliasRequest { StateMachineAliasArn = live.AliasArn },
                cancellationToken
            );
            foreach (var route in alias.RoutingConfiguration)
            {
                var machine = await services.StepFunctions.DescribeStateMachineAsync(
                    new DescribeStateMachineRequest { StateMachineArn = route.StateMachineVersionArn },
                    cancellationToken
                );
                ExamineCompiler(where, machine.Definition);
                if (machine.Type == Amazon.StepFunctions.StateMachineType.EXPRESS && !_hasExaminedLogs)
                {
                    _hasExaminedLogs = true;
                    await ExamineLogsAsync(services, cancellationToken);
                }
            }
        }
        catch (Amazon.StepFunctions.Model.ResourceNotFoundException)
        {
            Error(
                where,
                $"Step Functions does not have {live.AliasArn}, so no call starts the flow.",
                $"Publish it again, which makes the state machine anew: cxf publish {where}"
            );
        }
    }

    // EXPRESS runs have their history nowhere else.
    private async Task ExamineLogsAsync(DeploymentServices deployment, CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        try
        {
            await deployment.Logs.FilterLogEventsAsync(
                new LogsQuery
                {
                    LogGroup = deployment.LogGroup,
                    Pattern = "{ $.type = \"none\" }",
                    From = now,
                    Until = now,
                },
                cancellationToken
            );
        }
        catch (AmazonServiceException exception) when (exception.ErrorCode == "ResourceNotFoundException")
        {
            Error(
                deployment.LogGroup,
                "There is no log group of the state machines, so what happens in EXPRESS runs is lost.",
                "Deploy the stack again, or name the right stage."
            );
        }
        catch (AmazonServiceException exception)
        {
            Warning(
                deployment.LogGroup,
                $"CloudWatch Logs did not answer: {exception.ErrorCode}.",
                "Run the command as somebody who has the right logs:FilterLogEvents for it."
            );
        }
    }

    private void ExamineCompiler(string where, string definition)
    {
        if (CompilerVersion.Of(definition) is { } version && version < CompilerVersion.Current)
        {
            Information(
                where,
                $"The state machine that callers use was compiled by an older release (compiler {version}, now "
                    + $"{CompilerVersion.Current}).",
                $"It works. To get what has changed since then: cxf publish {where}"
            );
        }
    }

    private static string Problems(IReadOnlyList<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).ToList();
        return errors is [var first, ..]
            ? $"{first.Code} at {(first.Pointer.Length == 0 ? "the document" : first.Pointer)}: {first.Message}"
                + (errors.Count > 1 ? $" ({errors.Count - 1} more)" : "")
            : "";
    }

    private void Error(string where, string message, string fix) =>
        _findings.Add(new Finding(DiagnosticSeverity.Error, where, message, fix));

    private void Warning(string where, string message, string fix) =>
        _findings.Add(new Finding(DiagnosticSeverity.Warning, where, message, fix));

    private void Information(string where, string message, string fix) =>
        _findings.Add(new Finding(DiagnosticSeverity.Info, where, message, fix));
}
