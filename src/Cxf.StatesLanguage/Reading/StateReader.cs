using System.Text.Json;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Reading;

/// <summary>Reads one state; null when it has errors, which are then in the diagnostics.</summary>
internal static class StateReader
{
    private static readonly string[] JsonPathFlow = ["InputPath", "OutputPath"];
    private static readonly string[] Transition = ["Next", "End"];
    private static readonly string[] JsonPathResult = ["Parameters", "ResultSelector", "ResultPath", "Retry", "Catch"];

    public static State? Read(Node state, string name)
    {
        if (!state.Require("Type") || state.OptionalText("Type") is not { } typeName)
        {
            return null;
        }

        if (!Enum.TryParse<StateType>(typeName, out var type) || type.ToString() != typeName)
        {
            state
                .Member("Type")!
                .Error($"The state type '{typeName}' is not one of: [{string.Join(", ", Enum.GetNames<StateType>())}]");
            return null;
        }

        var language = QueryLanguageField.OfState(state);
        var fields = FieldReader.Of(language);
        FieldRules.CheckState(state, language, Known(type, language));
        return type switch
        {
            StateType.Pass => new PassState(name, fields.StateFlow(state, type)) { Next = Next(state) },
            StateType.Succeed => new SucceedState(name, fields.StateFlow(state, type)),
            StateType.Fail => Fail(state, name, fields),
            StateType.Wait => Wait(state, name, fields),
            StateType.Choice => ChoiceStateReader.Read(state, name, fields, language),
            StateType.Task => TaskStateReader.Read(state, name, fields),
            StateType.Parallel => ParallelStateReader.Read(state, name, fields),
            _ => MapStateReader.Read(state, name, fields),
        };
    }

    /// <summary>The transition of a state that must have one: the next state's name, or null for End.</summary>
    public static string? Next(Node state)
    {
        var next = state.OptionalText("Next");
        var end =
            state.Member("End") is { } field && field.Expect(JsonValueKind.True) && field.Value.ValueKind == JsonValueKind.True;
        if (next is not null && end)
        {
            state.Error("A state has either 'Next' or 'End', not both");
        }
        else if (next is null && !end && !state.Has("Next"))
        {
            state.Error("These fields are required: [Next] or [End]");
        }

        return next;
    }

    private static FailState Fail(Node state, string name, FieldReader fields) =>
        new(name, fields.StateFlow(state, StateType.Fail), fields.Text(state, "Error"), fields.Text(state, "Cause"));

    private static WaitState? Wait(Node state, string name, FieldReader fields)
    {
        var given = ((string[])["Seconds", "SecondsPath", "Timestamp", "TimestampPath"]).Count(state.Has);
        if (given != 1)
        {
            state.Error("Exactly one of these fields is required: [Seconds, SecondsPath, Timestamp, TimestampPath]");
            return null;
        }

        var seconds = fields.Number(state, "Seconds", NumberRange.Delay);
        var timestamp = fields.Timestamp(state);
        return new WaitState(name, fields.StateFlow(state, StateType.Wait), seconds, timestamp) { Next = Next(state) };
    }

    private static IReadOnlyList<string> Known(StateType type, QueryLanguage language)
    {
        string[] flow = language == QueryLanguage.Jsonata ? ["Output"] : JsonPathFlow;
        string[] result = language == QueryLanguage.Jsonata ? ["Arguments", "Retry", "Catch"] : JsonPathResult;
        return type switch
        {
            StateType.Pass => [.. flow, .. Transition, "Assign", "Result", "Parameters", "ResultPath"],
            StateType.Succeed => [.. flow],
            StateType.Fail => ["Error", "ErrorPath", "Cause", "CausePath"],
            StateType.Wait => [.. flow, .. Transition, "Assign", "Seconds", "SecondsPath", "Timestamp", "TimestampPath"],
            StateType.Choice => [.. flow, "Assign", "Choices", "Default"],
            StateType.Task =>
            [
                .. flow,
                .. Transition,
                .. result,
                "Assign",
                "Resource",
                "Credentials",
                "TimeoutSeconds",
                "TimeoutSecondsPath",
                "HeartbeatSeconds",
                "HeartbeatSecondsPath",
            ],
            StateType.Parallel => [.. flow, .. Transition, .. result, "Assign", "Branches"],
            _ =>
            [
                .. flow,
                .. Transition,
                .. result.Where(static field => field != "Arguments"),
                "Assign",
                "Items",
                "ItemsPath",
                "ItemSelector",
                "ItemProcessor",
                "Iterator",
                "ItemReader",
                "ItemBatcher",
                "ResultWriter",
                "Label",
                "MaxConcurrency",
                "MaxConcurrencyPath",
                "ToleratedFailureCount",
                "ToleratedFailureCountPath",
                "ToleratedFailurePercentage",
                "ToleratedFailurePercentagePath",
            ],
        };
    }
}
