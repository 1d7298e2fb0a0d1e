using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.Model;
using Cxf.StatesLanguage.Reading;

namespace Cxf.StatesLanguage.Service;

/// <content>State machines.</content>
public sealed partial class StepFunctionsService
{
    private static readonly string[] LogLevels = ["ALL", "ERROR", "FATAL", "OFF"];

    /// <summary>Creates a state machine. Creating the same again answers the same.</summary>
    public CreateStateMachineResult CreateStateMachine(CreateStateMachineRequest request)
    {
        var name = Required(request.Name, "name");
        var text = Required(request.Definition, "definition");
        var role = Required(request.RoleArn, "roleArn");
        MemberLength.CheckName(name);
        if (!NameRules.IsValid(name))
        {
            throw ApiErrors.InvalidName(name);
        }

        var type = request.Type ?? StateMachineType.Standard;
        CheckVersionDescription(request.Publish, request.VersionDescription);
        CheckLogging(request.LoggingConfiguration);
        var definition = Read(text, type);
        var arn = MachineArn(name);
        var logging = request.LoggingConfiguration ?? new LoggingConfiguration();
        var tracing = request.TracingConfiguration ?? new TracingConfiguration();
        lock (_gate)
        {
            if (_machines.TryGetValue(arn, out var existing))
            {
                return Repeat(existing, request, text, type, logging, tracing);
            }

            var now = Now;
            var machine = new StateMachineRecord(
                new MachineRevision(arn, name, type, text, definition, role, logging, tracing, null, now), now);
            AddTags(machine, request.Tags ?? []);
            _machines.Add(arn, machine);
            var version = request.Publish == true ? Publish(machine, request.VersionDescription) : null;
            return new CreateStateMachineResult(arn, machine.CreationDate, version?.Arn);
        }
    }

    /// <summary>Changes a state machine; running executions keep what they started with.</summary>
    public UpdateStateMachineResult UpdateStateMachine(UpdateStateMachineRequest request)
    {
        var arn = Required(request.StateMachineArn, "stateMachineArn");
        lock (_gate)
        {
            var machine = Machine(arn);
            if (request is { Definition: null, RoleArn: null, LoggingConfiguration: null, TracingConfiguration: null })
            {
                throw new StepFunctionsException(
                    "MissingRequiredParameter",
                    "Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified");
            }

            CheckVersionDescription(request.Publish, request.VersionDescription);
            CheckLogging(request.LoggingConfiguration);
            var old = machine.Current;
            var changed = old with
            {
                DefinitionText = request.Definition ?? old.DefinitionText,
                Definition = request.Definition is null ? old.Definition : Read(request.Definition, old.Type),
                RoleArn = request.RoleArn ?? old.RoleArn,
                Logging = request.LoggingConfiguration ?? old.Logging,
                Tracing = request.TracingConfiguration ?? old.Tracing,
                UpdateDate = Now,
            };

            // A revision is what executions run: definition and role. The same again is no new one.
            if (changed.DefinitionText != old.DefinitionText || changed.RoleArn != old.RoleArn)
            {
                changed = changed with { RevisionId = NewId(arn) };
            }

            machine.Current = changed;
            var version = request.Publish == true ? Publish(machine, request.VersionDescription) : null;
            return new UpdateStateMachineResult(changed.UpdateDate, changed.RevisionId, version?.Arn);
        }
    }

    /// <summary>Describes a state machine or one of its versions.</summary>
    public DescribeStateMachineResult DescribeStateMachine(StateMachineRequest request)
    {
        var arn = Required(request.StateMachineArn, "stateMachineArn");
        lock (_gate)
        {
            var (machine, qualifier) = Qualified(arn);
            var version = qualifier is null ? null : VersionOf(machine, qualifier) ?? throw ApiErrors.MachineDoesNotExist(arn);
            var revision = version?.Revision ?? machine.Current;
            return new DescribeStateMachineResult(
                arn,
                revision.Name,
                "ACTIVE",
                revision.DefinitionText,
                revision.RoleArn,
                revision.Type,
                version?.CreationDate ?? machine.CreationDate,
                revision.Logging,
                revision.Tracing,
                revision.RevisionId,
                version?.Description);
        }
    }

    /// <summary>Describes the state machine as an execution runs it.</summary>
    public DescribeMachineForExecutionResult DescribeStateMachineForExecution(ExecutionRequest request)
    {
        var machine = StandardExecution(Required(request.ExecutionArn, "executionArn")).Machine;
        return new DescribeMachineForExecutionResult(
            machine.Arn, machine.Name, machine.DefinitionText, machine.RoleArn, machine.UpdateDate, machine.Logging, machine.Tracing, machine.RevisionId);
    }

    /// <summary>Deletes a state machine with its versions and aliases and stops its executions. A missing one is no
    /// error.</summary>
    public EmptyResult DeleteStateMachine(StateMachineRequest request)
    {
        var arn = Required(request.StateMachineArn, "stateMachineArn");
        CheckMachineArn(arn);
        List<ExecutionRun> running = [];
        lock (_gate)
        {
            if (_machines.Remove(arn, out var machine))
            {
                running.AddRange(
                    machine.Executions.Values.Where(static execution => execution.Status == ExecutionStatus.Running));
            }
        }

        running.ForEach(static execution => execution.Abort(null, null));
        return new EmptyResult();
    }

    /// <summary>Lists state machines in the order of their creation.</summary>
    public ListStateMachinesResult ListStateMachines(ListRequest request)
    {
        lock (_gate)
        {
            var page = Paging.Take([.. _machines.Values], request.MaxResults, request.NextToken, "ListStateMachines");
            return new ListStateMachinesResult(
                [.. page.Items.Select(static machine => new StateMachineListItem(
                    machine.Current.Arn, machine.Current.Name, machine.Current.Type, machine.CreationDate))],
                page.NextToken);
        }
    }

    /// <summary>Checks a definition without creating anything.</summary>
    public ValidateDefinitionResult ValidateStateMachineDefinition(ValidateDefinitionRequest request)
    {
        const int MostDiagnostics = 100;
        var text = Required(request.Definition, "definition");
        if (request.MaxResults < 0)
        {
            throw ApiErrors.Negative("maxResults", request.MaxResults.Value);
        }

        if (request.MaxResults > MostDiagnostics)
        {
            throw ApiErrors.TooLarge("maxResults", request.MaxResults.Value, MostDiagnostics);
        }

        if (request.Severity is { } severity && severity is not ("ERROR" or "WARNING"))
        {
            throw ApiErrors.NotOneOf("severity", severity, ["ERROR", "WARNING"]);
        }

        var all = DefinitionReader.Read(text, request.Type ?? StateMachineType.Standard, _expressions).Diagnostics;
        var asked = request.Severity == "WARNING"
            ? all
            : all.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        var limit = request.MaxResults is null or 0 ? MostDiagnostics : request.MaxResults.Value;
        return new ValidateDefinitionResult(
            all.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? "FAIL" : "OK",
            [.. asked.Take(limit).Select(static diagnostic => new ValidationDiagnostic(
                diagnostic.Severity == DiagnosticSeverity.Error
                    ? "ERROR"
                    : "WARNING", diagnostic.Code, diagnostic.Message, diagnostic.Location))],
            asked.Count > limit);
    }

    private StateMachineDefinition Read(string text, StateMachineType type)
    {
        var read = DefinitionReader.Read(text, type, _expressions);
        return read.Definition
            ?? throw ApiErrors.InvalidDefinition(
                read.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    private CreateStateMachineResult Repeat(
        StateMachineRecord existing,
        CreateStateMachineRequest request,
        string text,
        StateMachineType type,
        LoggingConfiguration logging,
        TracingConfiguration tracing)
    {
        var current = existing.Current;
        if (current.DefinitionText != text || current.Type != type || !Logging.Same(current.Logging, logging)
            || current.Tracing != tracing)
        {
            throw ApiErrors.MachineAlreadyExists(current.Arn);
        }

        var version = request.Publish == true ? Publish(existing, request.VersionDescription) : null;
        return new CreateStateMachineResult(current.Arn, existing.CreationDate, version?.Arn);
    }

    private static void CheckVersionDescription(bool? publish, string? description)
    {
        MemberLength.CheckDescription("versionDescription", description);
        if (description is not null && publish != true)
        {
            throw ApiErrors.Validation("Version description can only be set when publish is true");
        }
    }

    private static void CheckLogging(LoggingConfiguration? logging)
    {
        if (logging?.Level is { } level && !LogLevels.Contains(level))
        {
            throw ApiErrors.NotOneOf("loggingConfiguration.level", level, LogLevels);
        }

        var destinations = logging?.Destinations?.Count ?? 0;
        if (logging is not null && (destinations > 1 || (destinations == 0 && logging.Level is not (null or "OFF"))))
        {
            throw ApiErrors.InvalidLogging("Must specify exactly one Log Destination.");
        }
    }
}
