using System.Text;
using System.Text.Json;
using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.TestCases;

/// <summary>
/// What a test puts in the place of functions, hours, bots and queues. Each is used once, first in first out for each resource
/// (adminguide/testing-simulation-action-override.html).
/// </summary>
internal sealed class Overrides
{
    private const string Lambda = "InvokeLambdaFunction";
    private const string Hours = "CheckHoursOfOperation";
    private const string Bot = "ConnectParticipantWithLexBot";

    private readonly List<Override> _waiting = [];

    /// <summary>Takes the parameters of an OverrideSystemBehavior action.</summary>
    public void Add(JsonElement parameters)
    {
        var behavior = ContactFlowJson.Member(parameters, "Behavior") ?? default;
        var properties = ContactFlowJson.Member(behavior, "Properties") ?? default;
        _waiting.Add(
            new Override(
                ContactFlowJson.Text(properties, "ActionType") ?? "",
                ContactFlowJson.Member(properties, "ActionParameters") ?? ContactFlowJson.EmptyObject,
                ContactFlowJson.Member(properties, "Strategy") ?? default
            )
        );
    }

    /// <summary>The result that a test gives to an action: an error, or the answer of opening hours.</summary>
    public string? Decide(ContactFlowAction action, Call call)
    {
        var found = _waiting.Find(waiting => waiting.IsFor(action, call));
        if (found?.Error is { } error)
        {
            _waiting.Remove(found);
            return error;
        }

        if (found is { Substitute: not null } && action.Type != Lambda)
        {
            // Another resource of the same kind: where the call goes from here does not depend on which one it is.
            _waiting.Remove(found);
            return null;
        }

        if (found is null || action.Type != Hours || found.Result is not { } result)
        {
            return null;
        }

        _waiting.Remove(found);
        return result.StartsWith("InHour", StringComparison.OrdinalIgnoreCase) ? "True" : "False";
    }

    /// <summary>The answer of a function; null where none is given.</summary>
    public FunctionAnswer? Answer(string functionArn, TimeSpan limit, CallClock clock)
    {
        var found = _waiting.Find(waiting => waiting.Type == Lambda && waiting.Resource("LambdaFunctionARN") == functionArn);
        if (found is null)
        {
            return null;
        }

        _waiting.Remove(found);
        if (found.Substitute is { } other)
        {
            return Answer(other, limit, clock);
        }

        clock.Skip(found.Delay < limit ? found.Delay : limit);
        return found.Delay > limit
            ? new FunctionAnswer(default, $"no answer within {limit.TotalSeconds:0.###} s")
            : new FunctionAnswer(Encoding.UTF8.GetBytes(found.Result ?? "{}"));
    }

    /// <summary>What a bot understands, as a caller script says it; null where nothing is given.</summary>
    public string? Understood(ContactFlowAction action, Call call)
    {
        if (_waiting.Find(waiting => waiting.Type == Bot && waiting.IsFor(action, call)) is not { Result: { } result } found)
        {
            return null;
        }

        _waiting.Remove(found);
        return LexAnswer.Read(result);
    }

    /// <summary>One override.</summary>
    private sealed record Override(string Type, JsonElement Parameters, JsonElement Strategy)
    {
        private JsonElement Response => ContactFlowJson.Member(Strategy, "Response") ?? default;

        private JsonElement Execution => ContactFlowJson.Member(Response, "ExecutionResult") ?? default;

        private JsonElement Failure => ContactFlowJson.Member(Response, "Error") ?? default;

        /// <summary>
        /// The reference says LoadedData for functions and Value for hours; the live service takes Value for both.
        /// </summary>
        public string? Result => ContactFlowJson.Text(Execution, "LoadedData") ?? ContactFlowJson.Text(Execution, "Value");

        public string? Error => ContactFlowJson.Text(Failure, "Value");

        public string? Substitute => ContactFlowJson.Text(Strategy, "SubstituteArn");

        public TimeSpan Delay =>
            ContactFlowJson.Member(Execution, "DelaySeconds") is { ValueKind: JsonValueKind.Number } seconds
                ? TimeSpan.FromSeconds(seconds.GetDouble())
                : TimeSpan.Zero;

        public string? Resource(string parameter) => ContactFlowJson.Text(Parameters, parameter);

        public bool IsFor(ContactFlowAction action, Call call) => StartedAction.Holds(Type, Parameters, action, call);
    }
}
