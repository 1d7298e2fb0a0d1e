using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows;
using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Flows.Reading;
using Cxf.Functions.PublishFlow;
using Cxf.Functions.Runs;
using Cxf.Local.Deployment;

namespace Cxf.Local.FlowDocuments;

/// <summary>
/// What the checks and the compiler need from a tenant's folder: its connections, and the flows that other flows run. A file
/// represents the live version of its flow and every published one, because only a deployment knows which versions are published.
/// </summary>
internal sealed class TenantFlows
{
    private readonly TenantId _tenant;
    private readonly string? _folder;
    private readonly TenantConnections? _connections;
    private readonly CheckConditions _conditions;
    private readonly HashSet<FlowId> _begun = [];
    private readonly Dictionary<FlowId, LiveChild> _live = [];
    private readonly Dictionary<PinnedVersion, FlowDefinition> _pinned = [];
    private readonly Dictionary<FlowId, FlowDefinition> _flows = [];
    private readonly Dictionary<FlowId, JsonSource> _sources = [];

    private TenantFlows(TenantId tenant, string? folder, TenantConnections? connections, CheckConditions conditions) =>
        (_tenant, _folder, _connections, _conditions) = (tenant, folder, connections, conditions);

    /// <summary>What flows of this folder are compiled for: version 1 in the local deployment.</summary>
    public CompilationTarget Target =>
        new(_tenant, 1, LocalDeployment.FunctionArn("CallApi")) { LiveFlows = _live, PinnedFlows = _pinned };

    /// <summary>What the third parties say of the tenant's connections.</summary>
    public IReadOnlyDictionary<ConnectionId, ApiDescription> Descriptions =>
        _connections?.Descriptions ?? new Dictionary<ConnectionId, ApiDescription>();

    // Outside a tenant's folder nothing is known, and the checks that need it are skipped.
    private FlowContext? Context =>
        _connections is null
            ? null
            : new FlowContext(_connections.Methods)
            {
                IdempotentConnections = _connections.Idempotent,
                SigningConnections = _connections.Signing,
                SetByConnection = _connections.SetNames,
                Descriptions = _conditions.Apply(_connections.Descriptions),
                Allowed = _conditions.Allowed,
                LiveFlows = _live.ToDictionary(child => child.Key, child => child.Value.Facts),
                PinnedFlows = _pinned,
            };

    /// <summary>The folder of a flow document.</summary>
    public static async Task<TenantFlows> OfAsync(
        FlowFile file,
        CheckConditions conditions,
        CancellationToken cancellationToken
    ) =>
        new(
            file.Tenant,
            file.TenantFolder,
            file.TenantFolder is { } folder ? await TenantConnections.ReadAsync(folder, file.Tenant, cancellationToken) : null,
            conditions
        );

    /// <summary>Reads and checks a document, and before it those of the flows that it runs.</summary>
    public async Task<FlowReading> ReadAsync(FlowFile file, JsonSource source, CancellationToken cancellationToken)
    {
        var reading = await LinkAsync(source, cancellationToken);
        var named = FlowId.TryParse(Path.GetFileNameWithoutExtension(file.Path), out var flow);
        if (_folder is not null && reading.Flow is { } definition && definition.Id != flow)
        {
            return new FlowReading(null, [.. reading.Diagnostics, WrongFile(source, definition.Id, file.Path)]);
        }

        return named
            ? await FlowCycle.CheckAsync(
                reading,
                source,
                flow,
                called => DocumentsAsync(called, cancellationToken),
                versionsDiffer: false
            )
            : reading;
    }

    // Publishing stores a flow under the name of its file, and others call it by that name.
    private Diagnostic WrongFile(JsonSource source, FlowId id, string path)
    {
        var position = source.PositionOf("/flowId");
        var file = Path.GetFileName(path);
        var isTaken = File.Exists(FileOf(id));
        return new Diagnostic(
            FlowCodes.StoredUnderOtherId,
            DiagnosticSeverity.Error,
            "/flowId",
            position.Line,
            position.Column,
            isTaken
                ? $"The flow \"{id}\" is in the file {file}, but {id}.json has a flow of this id, too."
                : $"The flow \"{id}\" is in the file {file}.",
            isTaken && FlowId.TryParse(Path.GetFileNameWithoutExtension(file), out var own)
                    ? $"Set \"flowId\" to \"{own}\", or remove one of the two files."
                : FlowId.TryParse(Path.GetFileNameWithoutExtension(file), out var other)
                    ? $"Rename the file to {id}.json, or set \"flowId\" to \"{other}\"."
                : $"Rename the file to {id}.json."
        );
    }

    private async Task<FlowReading> LinkAsync(JsonSource source, CancellationToken cancellationToken)
    {
        foreach (var (flow, version, _) in CalledFlows.In(source.Root))
        {
            await AddAsync(flow, cancellationToken);
            if (version is { } number && _flows.TryGetValue(flow, out var definition))
            {
                _pinned[new PinnedVersion(flow, number)] = definition;
            }
        }

        var reading = FlowReader.Read(source, Context);
        var unknown =
            reading
                .Flow?.AllSteps.OfType<RunFlowStep>()
                .Where(step => !Knows(step))
                .Select(step => Unknown(step, source))
                .Concat(UnknownOperations(reading.Flow, source))
                .ToList()
            ?? [];
        return unknown.Count > 0
            ? new FlowReading(null, [.. reading.Diagnostics, .. unknown])
            : reading with
            {
                Diagnostics =
                [
                    .. reading.Diagnostics.Select(one => one.Code == FlowCodes.ChildFlowUnknown ? WhyUnknown(one, source) : one),
                ],
            };
    }

    private bool Knows(RunFlowStep step) =>
        step.Version is { } version ? _pinned.ContainsKey(new PinnedVersion(step.Flow, version)) : _live.ContainsKey(step.Flow);

    /// <summary>
    /// Outside a tenant's folder, no rule checks the flows that a flow runs, but it cannot be compiled without them.
    /// </summary>
    private static Diagnostic Unknown(RunFlowStep step, JsonSource source)
    {
        var position = source.PositionOf(step.Pointer + "/flowId");
        return new Diagnostic(
            FlowCodes.ChildFlowUnknown,
            DiagnosticSeverity.Error,
            step.Pointer + "/flowId",
            position.Line,
            position.Column,
            $"The flow \"{step.Flow}\" is not known here.",
            "Put this document in the same folder as that flow: tenants/<tenant>/flows."
        );
    }

    /// <summary>Outside a tenant's folder, no rule checks operations, but a flow cannot be compiled without them.</summary>
    private static IEnumerable<Diagnostic> UnknownOperations(FlowDefinition flow, JsonSource source) =>
        from step in flow.AllSteps.OfType<RestApiStep>()
        where step is { Operation: not null, Described: null }
        let position = source.PositionOf(step.Pointer + "/operation")
        select new Diagnostic(
            FlowCodes.OperationUnknown,
            DiagnosticSeverity.Error,
            step.Pointer + "/operation",
            position.Line,
            position.Column,
            $"The operation \"{step.Operation}\" is not known here: it belongs to the description of the connection.",
            "Put this document in the folder of its tenant: tenants/<tenant>/flows."
        );

    // It does not matter that a flow is not live if its document is in the same folder.
    private Diagnostic WhyUnknown(Diagnostic unknown, JsonSource source) =>
        CalledFlows.In(source.Root).First(called => called.Pointer == JsonPointer.Parent(unknown.Pointer)) is var child
        && File.Exists(FileOf(child.Flow))
            ? unknown with
            {
                Message = $"The flow \"{child.Flow}\" that this step runs has errors.",
                Fix = $"Correct {child.Flow}.json first.",
            }
            : unknown;

    private async Task<IReadOnlyList<JsonSource>> DocumentsAsync(CalledFlow called, CancellationToken cancellationToken) =>
        File.Exists(FileOf(called.Flow)) ? [await SourceAsync(called.Flow, cancellationToken)] : [];

    // The check for cycles reads the same documents as the links.
    private async Task<JsonSource> SourceAsync(FlowId flow, CancellationToken cancellationToken)
    {
        if (!_sources.TryGetValue(flow, out var source))
        {
            _sources[flow] = source = JsonSource.Parse((await DocumentFile.ReadAsync(FileOf(flow), cancellationToken)).Bytes);
        }

        return source;
    }

    private string FileOf(FlowId flow) => _folder is null ? "" : Path.Combine(_folder, "flows", flow + ".json");

    /// <summary>Adds a flow that another one runs. One that is not there, has errors or runs itself stays unknown.</summary>
    private async Task AddAsync(FlowId flow, CancellationToken cancellationToken)
    {
        if (!_begun.Add(flow) || !File.Exists(FileOf(flow)))
        {
            return;
        }

        var reading = await LinkAsync(await SourceAsync(flow, cancellationToken), cancellationToken);
        if (reading.Flow is { } definition)
        {
            var compiled = FlowCompiler.Compile(definition, Target);
            var name = StateMachineName.For(StageName.Parse(LocalDeployment.Stage), _tenant, flow);
            _flows[flow] = definition;
            _live[flow] = new LiveChild(
                $"arn:aws:states:{LocalAccount.Region}:{LocalAccount.Id}:stateMachine:{name}:{StateMachineName.LiveAlias}",
                LiveFlowFacts.Of(definition, compiled)
            );
        }
    }
}
