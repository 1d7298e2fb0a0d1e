using System.Text.Json;
using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows;

/// <summary>
/// An Amazon Connect contact flow in the current flow language (Version 2019-10-30).
/// https://docs.aws.amazon.com/connect/latest/APIReference/flow-language.html
/// </summary>
public sealed class ContactFlow(string startAction, IReadOnlyList<ContactFlowAction> actions)
{
    private readonly Dictionary<string, ContactFlowAction> _byIdentifier = actions.ToDictionary(action => action.Identifier);

    /// <summary>The identifier of the action that every contact begins with.</summary>
    public string StartAction { get; } = startAction;

    /// <summary>All actions in the document's order.</summary>
    public IReadOnlyList<ContactFlowAction> Actions { get; } = actions;

    /// <summary>The contract of a module; null for a contact flow, and where it is not known.</summary>
    public ModuleContract? Contract { get; init; }

    /// <summary>The action of that identifier; null when a transition leads to one that does not exist.</summary>
    public ContactFlowAction? Find(string identifier) => _byIdentifier.GetValueOrDefault(identifier);
}

/// <summary>One action of a contact flow: what the console draws as one block.</summary>
/// <param name="Identifier">The name that transitions use; unique in the flow.</param>
/// <param name="Type">The action type of the flow language, such as <c>InvokeLambdaFunction</c>.</param>
/// <param name="Parameters">The action's parameters, an object.</param>
/// <param name="Transitions">Where the call goes from here.</param>
/// <param name="Pointer">The action's location in the document, such as <c>/Actions/3</c>.</param>
public sealed record ContactFlowAction(
    string Identifier,
    string Type,
    JsonElement Parameters,
    ActionTransitions Transitions,
    string Pointer
)
{
    /// <summary>
    /// The text of a parameter, which a number or a truth value is as well; null where it is absent, empty or something else.
    /// </summary>
    public string? Text(string name) =>
        ContactFlowJson.Member(Parameters, name) is { } value && ContactFlowJson.Scalar(value) is { Length: > 0 } text
            ? text
            : null;

    /// <summary>
    /// Whether the parameter is a reference such as <c>$.External.x</c>, whose value is known only during a call.
    /// </summary>
    public bool IsReference(string name) => Text(name) is { } text && Reference.Is(text);

    /// <summary>The members of a parameter that is an object; none where it is absent or something else.</summary>
    public IEnumerable<JsonProperty> Members(string name) => ContactFlowJson.Members(Parameters, name);
}

/// <summary>The branches of an action.</summary>
/// <param name="NextAction">
/// Where the call goes when neither a condition nor an error applies; null on actions that end it.
/// </param>
/// <param name="Conditions">Tried in order on the action's result; the first that holds is taken.</param>
/// <param name="Errors">Where each kind of failure goes.</param>
public sealed record ActionTransitions(
    string? NextAction,
    IReadOnlyList<ConditionTransition> Conditions,
    IReadOnlyList<ErrorTransition> Errors
)
{
    /// <summary>The target of an error type; <c>NoMatchingError</c> replaces types that are not declared.</summary>
    public ErrorTransition? Error(string errorType) =>
        Find(errorType) ?? (errorType == ErrorTypes.NoMatchingCondition ? null : Find(ErrorTypes.NoMatchingError));

    private ErrorTransition? Find(string errorType) => Errors.FirstOrDefault(error => error.ErrorType == errorType);
}

/// <summary>A branch that is taken when the action's result fulfils a condition.</summary>
/// <param name="Operator">The comparison; see <see cref="Actions.Operators"/>.</param>
/// <param name="Operand">What to compare with, a literal or a reference. The service takes exactly one.</param>
/// <param name="NextAction">Where the branch leads.</param>
/// <param name="Pointer">The branch's location in the document.</param>
public sealed record ConditionTransition(string Operator, string Operand, string NextAction, string Pointer);

/// <summary>A branch that is taken when the action fails in the named way.</summary>
public sealed record ErrorTransition(string ErrorType, string NextAction, string Pointer);
