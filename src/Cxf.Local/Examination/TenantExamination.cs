using System.Text;
using Amazon.SimpleSystemsManagement.Model;
using Cxf.ApiCalls.Connections;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Limits;
using Cxf.Functions.PublishFlow;
using Cxf.Functions.Stores;
using Cxf.Local.Deployment;
using Cxf.Local.Publishing;

namespace Cxf.Local.Examination;

/// <summary>
/// Looks for what fails the calls of a tenant: without a bound instance, with a broken connection, a missing secret, a flow that
/// is not live, a live version that no longer fits what it uses.
/// </summary>
/// <param name="target">The deployment.</param>
/// <param name="services">Its services; null for a deployment in files, which has none.</param>
/// <param name="findings">Where findings go.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class TenantExamination(
    IPublishTarget target,
    DeploymentServices? services,
    FindingList findings,
    TimeProvider timeProvider
)
{
    private readonly IConfigurationStore _store = target.Store;
    private readonly FlowLinker _linker = new(target.Store, LocalSettings.For(target.Stage), timeProvider);
    private readonly MachineExamination? _machines = services is { HasStepFunctions: true }
        ? new MachineExamination(services, findings, timeProvider)
        : null;

    /// <summary>Examines a tenant; the ARNs of the instances that may act for it.</summary>
    public async Task<IReadOnlyCollection<string>> ExamineAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var instances = new List<string>();
        await findings.WhereAllowedAsync(
            tenant.Value,
            "dynamodb:Query",
            async () => instances.AddRange(await ExamineTenantAsync(tenant, cancellationToken))
        );
        return instances;
    }

    /// <summary>Examines only the connections of a tenant, and whether their secrets exist.</summary>
    public Task ExamineConnectionsAsync(TenantId tenant, CancellationToken cancellationToken) =>
        findings.WhereAllowedAsync(
            tenant.Value,
            "dynamodb:Query",
            async () =>
            {
                var generation = await _store.FindGenerationAsync(tenant, cancellationToken);
                await ExamineConnectionsAsync(tenant, generation, cancellationToken);
                await ExamineSecretsAsync(tenant, cancellationToken);
            }
        );

    private async Task<IReadOnlyCollection<string>> ExamineTenantAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var found = await _store.FindTenantAsync(tenant, cancellationToken);
        var flows = await _store.ListFlowsAsync(tenant, cancellationToken);
        if (found is null && flows.Count == 0)
        {
            findings.Error(
                tenant.Value,
                $"There is no such tenant in {target.Name}: a contact flow that names it gets TenantNotAllowed.",
                "Publish it with cxf publish, or name the right stage."
            );
            return [];
        }

        if (found is not { Instances.Count: > 0 })
        {
            findings.Warning(
                tenant.Value,
                "No Amazon Connect instance may act for the tenant: every contact flow gets TenantNotAllowed.",
                "Name the tenant in instances.json beside the instance's ARN, and publish."
            );
        }

        var generation = await _store.FindGenerationAsync(tenant, cancellationToken);
        await ExamineConnectionsAsync(tenant, generation, cancellationToken);
        await ExamineSecretsAsync(tenant, cancellationToken);
        foreach (var flow in flows.OrderBy(flow => flow.Value, StringComparer.Ordinal))
        {
            await ExamineFlowAsync(tenant, flow, generation, cancellationToken);
        }

        return found?.Instances ?? [];
    }

    private async Task ExamineConnectionsAsync(TenantId tenant, int generation, CancellationToken cancellationToken)
    {
        foreach (var (id, document) in await _store.ListConnectionsAsync(tenant, cancellationToken))
        {
            var where = $"{tenant}/connections/{id}";
            var reading = ConnectionReader.Read(tenant, id, Encoding.UTF8.GetBytes(document));
            if (reading.Value is not { } connection)
            {
                findings.Error(
                    where,
                    $"CallApi cannot use the connection, so every call through it fails: {Problems(reading.Diagnostics)}",
                    "Correct its file and publish."
                );
            }
            else if (services is not null)
            {
                await findings.WhereAllowedAsync(
                    where,
                    "dynamodb:GetItem",
                    () => ExamineCircuitAsync(services, where, connection, generation, cancellationToken)
                );
            }
        }
    }

    private async Task ExamineCircuitAsync(
        DeploymentServices deployment,
        string where,
        ApiConnection connection,
        int generation,
        CancellationToken cancellationToken
    )
    {
        var limits = new LimitStatusReader(deployment.Tables, deployment.RunsTable, timeProvider);
        if (
            await limits.ReadAsync(connection, generation, cancellationToken) is { Circuit: { } circuit }
            && CircuitFinding.MessageOf(circuit) is { } message
        )
        {
            findings.Warning(
                where,
                message,
                "Look for the cause at the third party. The circuit breaker closes by itself after a call that succeeds."
            );
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
            await findings.WhereAnsweringAsync(
                where,
                "ssm:GetParameter",
                () => ExamineSecretAsync(services, where, secret, cancellationToken)
            );
        }
    }

    private async Task ExamineSecretAsync(
        DeploymentServices deployment,
        string where,
        SecretToSet secret,
        CancellationToken cancellationToken
    )
    {
        try
        {
            // Without decryption: that it exists is all that is asked.
            await deployment.ParameterStore.GetParameterAsync(
                new GetParameterRequest { Name = secret.Name, WithDecryption = false },
                cancellationToken
            );
        }
        catch (ParameterNotFoundException)
        {
            findings.Error(
                where,
                $"The secret {secret.Name} does not exist, so every call through the connection ends as ApiMisconfigured.",
                secret.Instruction
            );
        }
    }

    private async Task ExamineFlowAsync(TenantId tenant, FlowId flow, int generation, CancellationToken cancellationToken)
    {
        var where = $"{tenant}/{flow}";
        var live = await _store.FindLiveAsync(tenant, flow, cancellationToken);
        var draft = await _store.FindDraftAsync(tenant, flow, cancellationToken);
        var linkedDraft = draft is null ? null : await _linker.ReadAsync(tenant, flow, draft.Document, cancellationToken);
        if (linkedDraft is { Flow: null })
        {
            findings.Warning(
                where,
                $"The draft cannot be published: {Problems(linkedDraft.Diagnostics)}",
                $"Correct it: cxf check {where}"
            );
        }

        if (live is null || live.Generation != generation)
        {
            findings.Warning(
                where,
                "The flow is not live: a contact flow that names it gets FlowNotLive.",
                $"cxf publish {where}"
            );
            return;
        }

        if (_machines is not null)
        {
            await _machines.ExamineAsync(where, live, cancellationToken);
        }

        foreach (var route in live.Routes.Where(route => route.Weight is > 0 and < 100))
        {
            findings.Information(
                where,
                $"Version {route.Version} gets {route.Weight} of 100 calls.",
                $"Give one version all of them with cxf canary or cxf rollback {where}."
            );
        }

        var version = await _store.FindVersionAsync(tenant, flow, live.Version, cancellationToken);
        if (version is null)
        {
            findings.Warning(
                where,
                $"The record of version {live.Version}, which callers use, is gone, so it cannot be compared or restored.",
                $"cxf publish {where}"
            );
            return;
        }

        var linkedLive = await _linker.ReadAsync(tenant, flow, version.Document, version.Allowed, cancellationToken);
        if (linkedLive.Flow is null)
        {
            findings.Error(
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
            findings.Information(
                where,
                $"The draft differs from version {live.Version}, which callers use.",
                $"See the difference with cxf diff {where}; callers get it with cxf publish."
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
}
