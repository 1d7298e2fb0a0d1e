using System.Text.Json;
using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows;

/// <summary>One action of a contact flow: what the console draws as one block.</summary>
/// <param name="Identifier">The name that transitions use; unique in the flow.</param>
/// <param name="Type">The action type of the flow language, such as <c>InvokeLambdaFunction</c>.</param>
/// <param name="Parameters">The action's parameters, an object.</param>
/// <param name="Transitions">Where the call goes from here.</param>
/// <param name="Pointer">The action's location in the document, such as <c>/Actions/3</c>.</param>
public sealed record ContactFlowAction(string Identifier, string Type, JsonElement Parameters, ActionTransitions Transitions, string Pointer)
{
    /// <summary>The text of a parameter, which a number or a truth value is as well; null where it is absent, empty or something else.</summary>
    public string? Text(string name) => ContactFlowJson.Member(Parameters, name) is { } value && ContactFlowJson.Scalar(value) is { Length: > 0 } text ? text : null;

    /// <summary>Whether the parameter is a reference such as <c>$.External.x</c>, whose value is known only during a call.</summary>
    public bool IsReference(string name) => Text(name) is { } text && Reference.Is(text);

    /// <summary>The members of a parameter that is an object; none where it is absent or something else.</summary>
    public IEnumerable<JsonProperty> Members(string name) => ContactFlowJson.Members(Parameters, name);
}
