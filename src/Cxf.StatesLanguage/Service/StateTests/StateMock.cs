using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Mocks;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Service;

/// <summary>The mock of a TestState request, and the rules about which states take or need one.</summary>
internal static class StateMock
{
    private const string OnlyOne = "A test mock should have only one of the following fields: [result, errorOutput].";

    public static MockedTask? Read(State state, TestStateRequest request)
    {
        if (request.Mock is not { } mock)
        {
            RequireNoMock(state, request);
            return null;
        }

        if (state is not RetryableState)
        {
            throw ApiErrors.Validation($"State type '{state.Type}' is not supported when a mock is specified");
        }

        if (request.RevealSecrets == true)
        {
            throw ApiErrors.Validation("TestState does not support RevealSecrets when a mock is specified.");
        }

        if ((mock.Result is null) == (mock.ErrorOutput is null))
        {
            throw ApiErrors.Validation(OnlyOne);
        }

        return mock.ErrorOutput is { } error
            ? new MockedTask(null, error.Error, error.Cause, TimeSpan.Zero)
            : new MockedTask(Result(state, request, mock), null, null, TimeSpan.Zero);
    }

    private static void RequireNoMock(State state, TestStateRequest request)
    {
        if (state is MapState or ParallelState)
        {
            throw new StepFunctionsException(
                "InvalidDefinition",
                "TestState API does not support Map or Parallel states. "
                    + "Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]"
            );
        }

        if (state is not TaskState { Resource: var resource })
        {
            return;
        }

        if (request.RoleArn is null)
        {
            throw ApiErrors.Validation("RoleArn must be specified when testing a Task state");
        }

        if (resource.Kind == TaskResourceKind.Activity || resource.IsSync || resource.WaitsForToken)
        {
            throw new StepFunctionsException(
                "InvalidDefinition",
                $"TestState API does not support the resource '{resource.Text}' without a mock."
            );
        }
    }

    private static Payload Result(State state, TestStateRequest request, MockInput mock)
    {
        Payload result;
        try
        {
            result = Payload.Parse(mock.Result!);
        }
        catch (JsonException)
        {
            throw ApiErrors.Validation("Mocked result must be valid JSON");
        }

        switch (state)
        {
            case MapState map:
                CheckMap(map, result.Tree, request.StateConfiguration?.MapIterationFailureCount);
                break;
            case ParallelState parallel:
                CheckParallel(parallel, result.Tree);
                break;
            case TaskState task:
                MockedResultCheck.Run(task.Resource, result.Tree, mock.FieldValidationMode);
                break;
        }

        return result;
    }

    private static void CheckMap(MapState state, JsonElement result, int? failures)
    {
        if (state.HasResultWriter)
        {
            Expect(result.ValueKind == JsonValueKind.Object, "Mocked result must be a JSON object.");
            return;
        }

        Expect(result.ValueKind == JsonValueKind.Array, "Mocked result must be an array.");
        Expect(
            (failures ?? 0) <= result.GetArrayLength(),
            "Map iteration failure count must be less than or equal to the number of Map iterations"
        );
    }

    private static void CheckParallel(ParallelState state, JsonElement result)
    {
        Expect(result.ValueKind == JsonValueKind.Array, "Mocked result must be an array.");
        Expect(
            result.GetArrayLength() == state.Branches.Count,
            "Mocked result must contain the same number of items as number of Parallel branches."
        );
    }

    private static void Expect(bool holds, string rule)
    {
        if (!holds)
        {
            throw ApiErrors.Validation(rule);
        }
    }
}
