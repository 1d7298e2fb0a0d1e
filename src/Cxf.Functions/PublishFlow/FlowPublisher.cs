using System.Text.Json;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Diagnostics;
using Cxf.ApiCalls.Identifiers;
using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Flows.Reading;
using Cxf.Functions.Deployment;
using Cxf.Functions.Runs;
using Cxf.Functions.Serialization;
using Cxf.Functions.Stores;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// Makes a draft live. Each write has its condition, so two publishers cannot lose each other's work; the order (version
/// record, machine, alias, live record) leaves the old version running until the new one can be started.
/// </summary>
public sealed class FlowPublisher(IConfigurationStore store, StateMachinePublisher machines, DeploymentSettings settings, PublishLog log, TimeProvider timeProvider)
{
    /// <summary>Carries out a request to publish.</summary>
    public async Task<PublishAnswer> PublishAsync(FunctionEvent received, CancellationToken cancellationToken)
    {
        if (!TryReadRequest(received, out var tenant, out var flow))
        {
            var refused = PublishAnswer.Rejected($"The event must be {{\"tenantId\": …, \"flowId\": …}}, each {IdentifierRule.Description}.");
            log.Answered(null, null, refused, TimeSpan.Zero);
            return refused;
        }

        return await PublishAsync(tenant, flow, cancellationToken);
    }

    /// <summary>Publishes a flow's draft.</summary>
    public async Task<PublishAnswer> PublishAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        try
        {
            var answer = await PublishDraftAsync(tenant, flow, cancellationToken);
            log.Answered(tenant, flow, answer, timeProvider.GetElapsedTime(started));
            return answer;
        }
        catch (Exception exception)
        {
            log.Ended(exception, timeProvider.GetElapsedTime(started));
            throw;
        }
    }

    private async Task<PublishAnswer> PublishDraftAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken)
    {
        if (await store.FindDraftAsync(tenant, flow, cancellationToken) is not { } draft)
        {
            return PublishAnswer.Rejected("There is no draft of this flow.");
        }

        var surroundings = await SurroundingsAsync(tenant, cancellationToken);
        var reading = FlowReader.Read(JsonSource.Parse(draft.Document), surroundings);
        if (reading.Flow is not { } definition)
        {
            return PublishAnswer.Rejected("The flow has errors.", reading.Diagnostics);
        }

        if (definition.Id != flow)
        {
            return PublishAnswer.Rejected("The document is of another flow: its flowId differs from the one it is stored under.", reading.Diagnostics);
        }

        return await PublishAsync(tenant, draft, definition, reading.Diagnostics, cancellationToken);
    }

    private async Task<PublishAnswer> PublishAsync(
        TenantId tenant, FlowDraft draft, FlowDefinition definition, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var live = await store.FindLiveAsync(tenant, definition.Id, cancellationToken);
        var hash = ContentHash.Of(definition, tenant, settings.CallApiArn);
        if (live?.ContentHash == hash)
        {
            return new PublishAnswer(PublishStatus.Unchanged, "This definition is live already.", live.Version, live.AliasArn, diagnostics);
        }

        var version = await AddVersionAsync(tenant, new FlowVersion(definition.Id, (live?.Version ?? 0) + 1, draft.Document, hash), cancellationToken);
        var compiled = FlowCompiler.Compile(definition, new CompilationTarget(tenant, version, settings.CallApiArn));
        if (live is not null && live.Type != compiled.Type)
        {
            return PublishAnswer.Rejected(ModeChange(live.Type), diagnostics);
        }

        var name = StateMachineName.For(settings.Stage, tenant, definition.Id);
        var aliasArn = await machines.PublishAsync(name, compiled, version, cancellationToken);
        var next = new LiveFlow(
            definition.Id, version, hash, aliasArn, compiled.Type, definition.Input.Source.GetRawText(), definition.ContactFields);
        return await store.TryPutLiveAsync(tenant, next, live?.Version, cancellationToken)
            ? new PublishAnswer(PublishStatus.Published, $"Version {version} is live.", version, aliasArn, diagnostics)
            : new PublishAnswer(PublishStatus.Conflict, "Another publisher was faster; ask again.", live?.Version ?? 0, live?.AliasArn ?? "", diagnostics);
    }

    // A version record of the same content is one that an interrupted publish left behind: it is taken up, not skipped.
    private async Task<int> AddVersionAsync(TenantId tenant, FlowVersion version, CancellationToken cancellationToken)
    {
        while (!await store.TryAddVersionAsync(tenant, version, cancellationToken))
        {
            var existing = await store.FindVersionAsync(tenant, version.Flow, version.Version, cancellationToken);
            if (existing?.ContentHash == version.ContentHash)
            {
                break;
            }

            version = version with { Version = version.Version + 1 };
        }

        return version.Version;
    }

    private async Task<FlowSurroundings> SurroundingsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var connections = new Dictionary<ConnectionId, IReadOnlyCollection<string>>();
        foreach (var (id, document) in await store.ListConnectionsAsync(tenant, cancellationToken))
        {
            // A connection that cannot be read is as good as absent for a flow that wants to use it.
            if (ConnectionReader.Read(tenant, id, System.Text.Encoding.UTF8.GetBytes(document)).Value is { } connection)
            {
                connections[id] = connection.Methods;
            }
        }

        return new FlowSurroundings(connections);
    }

    private static string ModeChange(StateMachineType live) =>
        $"The flow is live as a flow whose caller {(live == StateMachineType.Express ? "waits" : "continues")}, and that cannot change: "
        + $"set \"caller\" to \"{(live == StateMachineType.Express ? "waits" : "continues")}\", or publish it as a new flow.";

    private static bool TryReadRequest(FunctionEvent received, out TenantId tenant, out FlowId flow)
    {
        (tenant, flow) = (default, default);
        return received.Json is { ValueKind: JsonValueKind.Object } json
            && TenantId.TryParse(Text(json, "tenantId"), out tenant)
            && FlowId.TryParse(Text(json, "flowId"), out flow);
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
