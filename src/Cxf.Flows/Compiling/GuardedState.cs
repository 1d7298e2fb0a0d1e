using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>
/// A step whose own state cannot catch errors (Pass, Choice, Wait, Succeed, Fail), where its failure must be caught so that what
/// was done is undone: a Parallel with that state as its only branch.
/// </summary>
internal static class GuardedState
{
    private const string Result = "$states.result[0]";

    public static void Write(StateWriter state)
    {
        state.Begin("Parallel");
        state.Json.WriteStartArray("Branches");
        state.Json.WriteStartObject();
        switch (state.Step)
        {
            case TransformStep step:
                WriteInner(state, "values", "Pass", () => WriteValues(state, step));
                state.Expression("Output", Result);
                state.Assign(step.Next, () => WriteVariables(state, step));
                state.Onward(step.Next);
                break;
            case WaitStep step:
                WriteInner(state, "time", "Wait", () => WaitState.WriteTime(state, step));
                state.Expression("Output", "$states.input");
                state.Assign(step.Next);
                state.Onward(step.Next);
                break;
            case RespondStep step:
                WriteInner(state, "answer", "Pass", () => RespondState.WriteAnswer(state, step));
                state.Expression("Output", Result);
                state.Json.WriteBoolean("End", true);
                break;
            case FailStep step:
                WriteInner(state, "end", "Fail", () => FailState.WriteFailure(state, step));
                state.Json.WriteBoolean("End", true);
                break;
            case DecisionStep step:
                WriteChoice(state, step);
                state.Expression("Output", Result);
                if (WaysOf(step) is [var only])
                {
                    state.Assign(only);
                    state.Next("Next", only);
                }
                else
                {
                    state.Json.WriteString("Next", StateNames.Beside(state.Name, "way"));
                }

                break;
            default:
                throw new ArgumentException($"A step of type {state.Step.GetType().Name} catches its errors itself.");
        }

        ErrorCatch.Write(state, []);
        state.End();
        if (state.Step is DecisionStep decision && WaysOf(decision).Count > 1)
        {
            WriteWay(state, decision);
        }
    }

    // Opens the states of the branch, and closes the branch and the list of branches.
    private static void WriteInner(StateWriter state, string purpose, string type, Action own)
    {
        var name = StateNames.Beside(state.Name, purpose);
        state.Json.WriteString("StartAt", name);
        state.Json.WriteStartObject("States");
        state.Begin(name, type);
        own();
        if (type != "Fail")
        {
            state.Json.WriteBoolean("End", true);
        }

        state.End();
        EndBranch(state);
    }

    private static void EndBranch(StateWriter state)
    {
        state.Json.WriteEndObject();
        state.Json.WriteEndObject();
        state.Json.WriteEndArray();
    }

    private static void WriteValues(StateWriter state, TransformStep step)
    {
        state.Json.WriteStartObject("Output");
        foreach (var (name, value) in step.Assign)
        {
            state.Member(name, value);
        }

        state.Json.WriteEndObject();
    }

    // By $lookup, because a path would take a list of one value for the value.
    private static void WriteVariables(StateWriter state, TransformStep step)
    {
        foreach (var (name, _) in step.Assign)
        {
            state.Expression(state.Scope.Flow.NameOf(name), $"$lookup({Result}, '{name}')");
        }
    }

    /// <summary>The Choice with the author's conditions; each of the steps that it leads to is a number.</summary>
    private static void WriteChoice(StateWriter state, DecisionStep step)
    {
        var json = state.Json;
        var ways = WaysOf(step);
        var first = StateNames.Beside(state.Name, "choice");
        json.WriteString("StartAt", first);
        json.WriteStartObject("States");
        state.Begin(first, "Choice");
        json.WriteStartArray("Choices");
        foreach (var choice in step.Choices)
        {
            json.WriteStartObject();
            state.Member("Condition", choice.When);
            json.WriteString("Next", NameOf(choice.Next));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("Default", NameOf(step.Otherwise));
        state.End();
        for (var number = 1; number <= ways.Count; number++)
        {
            state.Begin(StateNames.Beside(state.Name, $"way {number}"), "Pass");
            state.Expression("Output", $"{number}");
            json.WriteBoolean("End", true);
            state.End();
        }

        EndBranch(state);

        string NameOf(StepTransition transition) =>
            StateNames.Beside(state.Name, $"way {1 + ways.FindIndex(way => way.Target == transition.Target)}");
    }

    private static void WriteWay(StateWriter state, DecisionStep step)
    {
        var json = state.Json;
        var ways = WaysOf(step);
        state.Begin(StateNames.Beside(state.Name, "way"), "Choice");
        json.WriteStartArray("Choices");
        foreach (var (index, way) in ways.SkipLast(1).Index())
        {
            json.WriteStartObject();
            state.Expression("Condition", $"$states.input = {index + 1}");
            state.Assign(way);
            state.Next("Next", way);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        state.Assign(ways[^1]);
        state.Next("Default", ways[^1]);
        state.End();
    }

    // Choices come before what follows when none of them is true.
    private static List<StepTransition> WaysOf(DecisionStep step) =>
        [.. step.Choices.Select(choice => choice.Next).Append(step.Otherwise).DistinctBy(way => way.Target)];
}
