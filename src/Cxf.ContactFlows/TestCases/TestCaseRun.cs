using System.Text.Json;
using Cxf.ContactFlows.Actions;
using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.TestCases;

/// <summary>One run of a test case: it watches a call, answers it, and notes what is wrong.</summary>
internal sealed class TestCaseRun(ContactFlow flow, TestCase test, CancellationTokenSource callEnds)
{
    private readonly Dictionary<string, TestObservation> _observations = test
        .Observations.GroupBy(observation => observation.Identifier)
        .ToDictionary(same => same.Key, same => same.First());
    private readonly Dictionary<string, int> _seen = [];
    private readonly List<TestObservation> _awaited = [];
    private readonly Overrides _overrides = new();
    private readonly Queue<string> _inputs = new();
    private Call? _call;
    private ContactFlowAction? _current;

    public List<string> Failures { get; } = [];

    public HashSet<ContactFlowBranch> Taken { get; } = [];

    /// <summary>Whether the test ended the call itself.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Whether the test said that it is over: what it still awaits does not matter.</summary>
    public bool IsOver { get; private set; }

    public void Begin()
    {
        _awaited.Add(test.Observations[0]);
        Observe(observation => observation.Event == "TestInitiated");
    }

    /// <summary>The call is over; what is still awaited was not observed.</summary>
    public void Complete()
    {
        Observe(observation => observation.Event == "TestCompleted");
        if (IsOver)
        {
            return;
        }

        foreach (var observation in _awaited)
        {
            Failures.Add($"{observation.Identifier}: {Missing(observation)}");
        }
    }

    public void Entering(Call call, ContactFlow entered, ContactFlowAction action)
    {
        (_call, _current) = (call, action);
        Observe(observation =>
            observation.Event == "FlowActionStarted"
            && StartedAction.Holds(
                ContactFlowJson.Text(observation.Properties, "ActionType") ?? "",
                ContactFlowJson.Member(observation.Properties, "ActionParameters") ?? ContactFlowJson.EmptyObject,
                action,
                call
            )
        );
    }

    public void Leaving(ContactFlow left, ContactFlowAction action, string label)
    {
        if (ReferenceEquals(left, flow))
        {
            Taken.Add(new ContactFlowBranch(action.Identifier, label));
        }
    }

    public void Hear(CallEvent happened)
    {
        if (happened is CallEvent.Said { Text: var said })
        {
            Hear(said);
        }
        else if (happened is CallEvent.Asked { Text: var asked })
        {
            Hear(asked);
        }
    }

    public string? Decide(ContactFlowAction action) => _overrides.Decide(action, _call!);

    public ValueTask<string?> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        if (question.WantsIntent)
        {
            var understood = _overrides.Understood(_current!, _call!);
            if (understood is null)
            {
                Failures.Add($"{question.Action}: the bot is not mocked. Add an OverrideSystemBehavior for it.");
            }

            return new(understood);
        }

        // All keys that were pressed: a menu takes the first one, and the others are lost or wait for the next question.
        var keys = string.Concat(_inputs);
        _inputs.Clear();
        return new(keys.Length == 0 ? null : keys);
    }

    public ValueTask<FunctionAnswer> InvokeAsync(
        string functionArn,
        ReadOnlyMemory<byte> connectEvent,
        TimeSpan limit,
        CancellationToken cancellationToken
    )
    {
        if (_overrides.Answer(functionArn, limit, _call!.Clock) is { } answer)
        {
            return new(answer);
        }

        var failure = $"{_current!.Identifier}: the function {functionArn} is not mocked. Add an OverrideSystemBehavior for it.";
        if (!Failures.Contains(failure))
        {
            Failures.Add(failure);
        }

        return new(new FunctionAnswer(default, "the function is not mocked"));
    }

    private void Hear(string text) =>
        Observe(observation =>
            observation.Event == "MessageReceived" && MessageMatch.Holds(observation.Properties, text, _call!.Fill)
        );

    /// <summary>The first awaited observation that the event is takes it.</summary>
    private void Observe(Predicate<TestObservation> isIt)
    {
        if (IsOver || _awaited.Find(isIt) is not { } observation)
        {
            return;
        }

        var seen = _seen[observation.Identifier] = _seen.GetValueOrDefault(observation.Identifier) + 1;
        if (seen == observation.Times)
        {
            _awaited.Remove(observation);
            _awaited.AddRange(observation.Next.Select(next => _observations[next]));
            _seen.Remove(observation.Identifier);
        }

        foreach (var action in observation.Actions)
        {
            Act(action);
        }
    }

    private void Act(TestAction action)
    {
        switch (action.Type)
        {
            case "OverrideSystemBehavior":
                _overrides.Add(action.Parameters);
                break;
            case "Assert":
                Assert(action);
                break;
            case "SendInstruction":
                Send(ContactFlowJson.Member(action.Parameters, "Instruction") ?? default);
                break;
            case "TestControl" when Command(action) == "EndTest":
                IsOver = true;
                EndCall();
                break;
            default:
                break;
        }
    }

    private void Send(JsonElement instruction)
    {
        var properties = ContactFlowJson.Member(instruction, "Properties") ?? default;
        switch (ContactFlowJson.Text(instruction, "Type"))
        {
            case "Disconnect":
                EndCall();
                break;
            case "DtmfInput":
                foreach (var key in Value(properties, "Value"))
                {
                    _inputs.Enqueue(key.ToString());
                }

                break;
            default:
                _inputs.Enqueue(Value(properties, "Text") is { Length: > 0 } text ? text : Value(properties, "Value"));
                break;
        }
    }

    private void Assert(TestAction action)
    {
        var reference = ContactFlowJson.Text(action.Parameters, "Namespace") ?? "";
        var name = ContactFlowJson.Text(action.Parameters, "Operator") ?? Operators.EqualTo;
        var operand = Value(action.Parameters, "Operand");
        var value = _call?.Data.Find(Reference.Path(reference));
        if (name == TestCaseOperators.Exists ? value is null : value is null || !Operators.Holds(name, value, operand))
        {
            Failures.Add(
                $"{action.Identifier}: {reference} must be {TakenBranch.Label(name, operand)}, but it "
                    + (value is null ? "has no value." : $"is \"{value.Text}\".")
            );
        }
    }

    private void EndCall()
    {
        HasEnded = true;
        callEnds.Cancel();
    }

    private string Missing(TestObservation observation) =>
        observation.Event switch
        {
            "MessageReceived" =>
                $"the caller did not hear \"{MessageMatch.Expected(observation.Properties)}\". The last message was "
                    + $"\"{_call?.Events.Select(Message).LastOrDefault(text => text is not null)}\".",
            "FlowActionStarted" =>
                $"{ContactFlowJson.Text(observation.Properties, "ActionType")} did not start. The last action was "
                    + $"{_current?.Identifier}.",
            _ => $"the call ended before {observation.Event}.",
        };

    private static string? Message(CallEvent happened) =>
        happened switch
        {
            CallEvent.Said said => said.Text,
            CallEvent.Asked asked => asked.Text,
            _ => null,
        };

    private static string? Command(TestAction action) =>
        ContactFlowJson.Member(action.Parameters, "Command") is { } command ? ContactFlowJson.Text(command, "Type") : null;

    private static string Value(JsonElement holder, string name) =>
        ContactFlowJson.Member(holder, name) is { } value ? ContactFlowJson.Scalar(value) ?? "" : "";
}
