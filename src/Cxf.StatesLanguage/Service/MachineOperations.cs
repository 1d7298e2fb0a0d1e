using Cxf.Jsonata;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.Model;
using Cxf.StatesLanguage.Reading;

namespace Cxf.StatesLanguage.Service;

internal sealed class MachineOperations(StateMachineRegistry registry, JsonataOptions expressions)
{
    private static readonly string[] LogLevels = ["ALL", "ERROR", "FATAL", "OFF"];

    public CreateStateMachineResult CreateStateMachine(CreateStateMachineRequest request)
    {
        var name = RequestMember.Required(request.Name, "name");
        var text = RequestMember.Required(request.Definition, "definition");
        var role = RequestMember.Required(request.RoleArn, "roleArn");
        RequestMember.CheckName(name);
        if (!NameRules.IsValid(name))
        {
            throw ApiErrors.InvalidName(name);
        }

        var type = request.Type ?? StateMachineType.Standard;
        CheckVersionDescription(request.Publish, request.VersionDescription);
        CheckLogging(request.LoggingConfiguration);
        EncryptionRules.Check(request.EncryptionConfiguration);
        var definition = Read(text, type);
        var arn = registry.ArnOf($"stateMachine:{name}");
        var logging = request.LoggingConfiguration ?? new LoggingConfiguration();
        var tracing = request.TracingConfiguration ?? new TracingConfiguration();
        var encryption = request.EncryptionConfiguration ?? EncryptionConfiguration.OwnedByAws;
        lock (registry.Lock)
        {
            if (registry.Machines.TryGetValue(arn, out var existing))
            {
                return Repeat(existing, request, text, type, logging, tracing, encryption);
            }

            var now = registry.Now;
            var machine = new StateMachineRecord(
                new MachineRevision(arn, name, type, text, definition, role, logging, tracing, encryption, null, now),
                now,
                registry.NextNumber()
            );
            TagOperations.AddTags(machine, request.Tags ?? []);
            registry.Machines.Add(arn, machine);
            var version = request.Publish == true ? machine.Publish(request.VersionDescription, registry.Now) : null;
            return new CreateStateMachineResult(arn, machine.CreationDate, version?.Arn);
        }
    }

    public UpdateStateMachineResult UpdateStateMachine(UpdateStateMachineRequest request)
    {
        var arn = RequestMember.Required(request.StateMachineArn, "stateMachineArn");
        lock (registry.Lock)
        {
            var machine = registry.Machine(arn);
            if (
                request is
                {
                    Definition: null,
                    RoleArn: null,
                    LoggingConfiguration: null,
                    TracingConfiguration: null,
                    EncryptionConfiguration: null
                }
            )
            {
                throw new StepFunctionsException(
                    "MissingRequiredParameter",
                    "Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified"
                );
            }

            CheckVersionDescription(request.Publish, request.VersionDescription);
            CheckLogging(request.LoggingConfiguration);
            EncryptionRules.Check(request.EncryptionConfiguration);
            var old = machine.Current;
            var changed = old with
            {
                DefinitionText = request.Definition ?? old.DefinitionText,
                Definition = request.Definition is null ? old.Definition : Read(request.Definition, old.Type),
                RoleArn = request.RoleArn ?? old.RoleArn,
                Logging = request.LoggingConfiguration ?? old.Logging,
                Tracing = request.TracingConfiguration ?? old.Tracing,
                Encryption = request.EncryptionConfiguration ?? old.Encryption,
                UpdateDate = registry.Now,
            };

            // A revision is what executions run: definition and role. An update that changes neither keeps the revision.
            if (changed.DefinitionText != old.DefinitionText || changed.RoleArn != old.RoleArn)
            {
                changed = changed with { RevisionId = registry.NewId(arn) };
            }

            machine.Current = changed;
            var version = request.Publish == true ? machine.Publish(request.VersionDescription, registry.Now) : null;
            return new UpdateStateMachineResult(changed.UpdateDate, changed.RevisionId, version?.Arn);
        }
    }

    public DescribeStateMachineResult DescribeStateMachine(StateMachineRequest request)
    {
        var arn = RequestMember.Required(request.StateMachineArn, "stateMachineArn");
        var hasData = IncludedData.IsWanted(request.IncludedData);
        lock (registry.Lock)
        {
            var (machine, qualifier) = registry.Qualified(arn);
            var version = qualifier is null ? null : machine.VersionOf(qualifier) ?? throw ApiErrors.MachineDoesNotExist(arn);
            var revision = version?.Revision ?? machine.Current;
            return new DescribeStateMachineResult(
                arn,
                revision.Name,
                "ACTIVE",
                hasData ? revision.DefinitionText : "{}",
                revision.RoleArn,
                revision.Type,
                version?.CreationDate ?? machine.CreationDate,
                revision.Logging,
                revision.Tracing,
                revision.RevisionId,
                version?.Description,
                revision.Encryption,
                hasData ? References(revision) : null
            );
        }
    }

    public DescribeMachineForExecutionResult DescribeStateMachineForExecution(ExecutionRequest request)
    {
        var machine = registry.StandardExecution(RequestMember.Required(request.ExecutionArn, "executionArn")).Machine;
        var hasData = IncludedData.IsWanted(request.IncludedData);
        return new DescribeMachineForExecutionResult(
            machine.Arn,
            machine.Name,
            hasData ? machine.DefinitionText : "{}",
            machine.RoleArn,
            machine.UpdateDate,
            machine.Logging,
            machine.Tracing,
            machine.RevisionId,
            machine.Encryption,
            hasData ? References(machine) : null
        );
    }

    public EmptyResult DeleteStateMachine(StateMachineRequest request)
    {
        var arn = RequestMember.Required(request.StateMachineArn, "stateMachineArn");
        Arns.CheckMachine(arn);
        List<ExecutionRun> running = [];
        lock (registry.Lock)
        {
            if (registry.Machines.Remove(arn, out var machine))
            {
                running.AddRange(
                    registry
                        .Executions.Unpacked.Where(run =>
                            run.MachineNumber == machine.Number && run.Status == ExecutionStatus.Running
                        )
                        .OrderBy(static run => run.Number)
                );
            }
        }

        running.ForEach(static execution => execution.Abort(null, null));
        return new EmptyResult();
    }

    public ListStateMachinesResult ListStateMachines(ListRequest request)
    {
        lock (registry.Lock)
        {
            var page = Paging.Take(
                registry.Machines.Values,
                static machine => Paging.Position(machine.Number),
                request.MaxResults,
                request.NextToken,
                "ListStateMachines",
                Paging.PageTokenCharacters
            );
            return new ListStateMachinesResult(
                [
                    .. page.Items.Select(static machine => new StateMachineListItem(
                        machine.Current.Arn,
                        machine.Current.Name,
                        machine.Current.Type,
                        machine.CreationDate
                    )),
                ],
                page.NextToken
            );
        }
    }

    public ValidateDefinitionResult ValidateStateMachineDefinition(ValidateDefinitionRequest request)
    {
        const int MaxDiagnostics = 100;
        var text = RequestMember.Required(request.Definition, "definition");
        var limit = RequestMember.CheckMaxResults(request.MaxResults, MaxDiagnostics, MaxDiagnostics);
        if (request.Severity is { } severity && severity is not ("ERROR" or "WARNING"))
        {
            throw ApiErrors.NotOneOf("severity", severity, ["ERROR", "WARNING"]);
        }

        var all = DefinitionReader.Read(text, request.Type ?? StateMachineType.Standard, expressions).Diagnostics;
        var asked =
            request.Severity == "WARNING"
                ? all
                : all.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        return new ValidateDefinitionResult(
            all.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? "FAIL" : "OK",
            [
                .. asked
                    .Take(limit)
                    .Select(static diagnostic => new ValidationDiagnostic(
                        diagnostic.Severity == DiagnosticSeverity.Error ? "ERROR" : "WARNING",
                        diagnostic.Code,
                        diagnostic.Message,
                        diagnostic.Location
                    )),
            ],
            asked.Count > limit
        );
    }

    private StateMachineDefinition Read(string text, StateMachineType type)
    {
        var read = DefinitionReader.Read(text, type, expressions);
        return read.Definition
            ?? throw ApiErrors.InvalidDefinition(
                read.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            );
    }

    private CreateStateMachineResult Repeat(
        StateMachineRecord existing,
        CreateStateMachineRequest request,
        string text,
        StateMachineType type,
        LoggingConfiguration logging,
        TracingConfiguration tracing,
        EncryptionConfiguration encryption
    )
    {
        var current = existing.Current;
        if (
            current.DefinitionText != text
            || current.Type != type
            || !current.Logging.IsSameAs(logging)
            || current.Tracing != tracing
            || current.Encryption != encryption
        )
        {
            throw ApiErrors.MachineAlreadyExists(current.Arn);
        }

        var version = request.Publish == true ? existing.Publish(request.VersionDescription, registry.Now) : null;
        return new CreateStateMachineResult(current.Arn, existing.CreationDate, version?.Arn);
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<string>>? References(MachineRevision revision) =>
        revision.Definition.VariableReferences is { Count: > 0 } references ? references : null;

    private static void CheckVersionDescription(bool? publish, string? description)
    {
        RequestMember.CheckDescription("versionDescription", description);
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
