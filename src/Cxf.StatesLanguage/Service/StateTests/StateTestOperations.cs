using System.Text.Json;
using Cxf.Jsonata;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Service;

/// <summary>TestState: one state, with or without a mocked result.</summary>
internal sealed class StateTestOperations(StateMachineRegistry registry, JsonataOptions expressions)
{
    private const string Info = "INFO";
    private static readonly string[] Levels = [Info, "DEBUG", "TRACE"];

    public async Task<TestStateResult> TestState(TestStateRequest request, CancellationToken cancellationToken)
    {
        var definition = RequestMember.Required(request.Definition, "definition");
        if (request.InspectionLevel is { } level && !Levels.Contains(level))
        {
            throw ApiErrors.NotOneOf("inspectionLevel", level, Levels);
        }

        if (request.StateName is not null)
        {
            RequestMember.CheckLength("stateName", request.StateName, ServiceLimits.NameCharacters, 1);
        }

        var input = ExecutionInput.Parse(request.Input).WithoutSpacing();
        var state = StateTestDefinition.Read(definition, request.StateName, expressions);
        CheckConfiguration(request);
        var mock = StateMock.Read(state, request);
        var test = new StateTest
        {
            Mock = mock,
            Context = request.Context is null ? null : MockedContext.Parse(request.Context),
            RetryCount = request.StateConfiguration?.RetrierRetryCount ?? 0,
            FailedIterations = request.StateConfiguration?.MapIterationFailureCount,
            ItemReaderData = ReaderData(request.StateConfiguration?.MapItemReaderData),
        };
        var scope = Variables(request.Variables);
        var machine = Machine(definition, request.RoleArn);
        var name = registry.NewId("execution");
        var run = new ExecutionRun(
            registry.Engine,
            machine,
            registry.ArnOf($"express:{machine.Name}:{name}"),
            name,
            input,
            default
        )
        {
            Number = 0,
        };
        StateTestOutcome outcome;
        try
        {
            outcome = await run.RunAlone(scope, branch => StateTester.RunAsync(branch, state, input, test))
                .WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            outcome = new(StateTestStatus.Failed, null, new StateError(ErrorNames.Timeout, null), null, null);
        }

        return Result(request, state, input, scope, test.Inspection, outcome);
    }

    private MachineRevision Machine(string definition, string? roleArn)
    {
        var name = registry.NewId("machine");
        return new MachineRevision(
            registry.ArnOf($"stateMachine:{name}"),
            name,
            StateMachineType.Express,
            definition,
            new StateMachineDefinition(new StateGraph("", new Dictionary<string, State>(StringComparer.Ordinal)), null),
            roleArn!,
            new LoggingConfiguration(),
            new TracingConfiguration(),
            EncryptionConfiguration.OwnedByAws,
            null,
            registry.Now
        );
    }

    private static void CheckConfiguration(TestStateRequest request)
    {
        if (request.StateConfiguration?.MapIterationFailureCount is not { } failures)
        {
            return;
        }

        if (request.Mock is null)
        {
            throw ApiErrors.Validation("TestState does not support MapIterationFailureCount when a mock is not specified.");
        }

        if (failures < 0)
        {
            throw ApiErrors.Negative("stateConfiguration.mapIterationFailureCount", failures);
        }
    }

    private static Payload? ReaderData(string? text)
    {
        if (text is null)
        {
            return null;
        }

        try
        {
            var data = Payload.Parse(text);
            return data.Tree.ValueKind == JsonValueKind.Array
                ? data
                : throw ApiErrors.Validation("Map item reader data must be a JSON array.");
        }
        catch (JsonException)
        {
            throw ApiErrors.Validation("Map item reader data must be valid JSON");
        }
    }

    private static VariableScope Variables(string? text)
    {
        var scope = new VariableScope(null);
        if (text is null)
        {
            return scope;
        }

        Payload variables;
        try
        {
            variables = Payload.Parse(text);
        }
        catch (JsonException)
        {
            throw ApiErrors.Validation("Variables must be valid JSON");
        }

        if (variables.Tree.ValueKind != JsonValueKind.Object)
        {
            throw ApiErrors.Validation("Variables must be a JSON object");
        }

        scope.Assign([
            .. variables
                .Tree.EnumerateObject()
                .Select(static member => KeyValuePair.Create(member.Name, Payload.Compact(member.Value))),
        ]);
        return scope;
    }

    private static TestStateResult Result(
        TestStateRequest request,
        State state,
        Payload input,
        VariableScope scope,
        StateInspection inspection,
        StateTestOutcome outcome
    ) =>
        new(
            outcome.Output?.ToString(),
            outcome.Error?.Error,
            outcome.Error?.Cause,
            request.InspectionLevel is null or Info ? null : Inspect(state, input, scope, inspection, outcome.Handling),
            outcome.NextState,
            outcome.Status switch
            {
                StateTestStatus.Succeeded => "SUCCEEDED",
                StateTestStatus.Retriable => "RETRIABLE",
                StateTestStatus.CaughtError => "CAUGHT_ERROR",
                _ => "FAILED",
            }
        );

    /// <summary>What AWS shows of a state: some kinds show only part of what was evaluated (recorded).</summary>
    private static InspectionData Inspect(
        State state,
        Payload input,
        VariableScope scope,
        StateInspection inspection,
        ErrorHandling? handling
    )
    {
        var isTask = state.Type == StateType.Task;
        var hasWork = state is RetryableState or PassState;
        return new InspectionData(
            input.ToString(),
            isTask ? inspection.AfterArguments?.ToString() : null,
            inspection.AfterInputPath?.ToString(),
            hasWork ? inspection.AfterParameters?.ToString() : null,
            inspection.Result?.ToString(),
            hasWork ? inspection.AfterResultSelector?.ToString() : null,
            hasWork ? inspection.AfterResultPath?.ToString() : null,
            scope.Print(),
            handling is null
                ? null
                : new InspectionErrorDetails(handling.CatchIndex, handling.RetryIndex, handling.RetryBackoffSeconds),
            inspection.AfterItemsPath?.ToString(),
            inspection.AfterItemSelector?.ToString(),
            inspection.AfterItemBatcher?.ToString(),
            (int?)inspection.ToleratedFailureCount,
            inspection.ToleratedFailurePercentage,
            inspection.MaxConcurrency
        );
    }
}
