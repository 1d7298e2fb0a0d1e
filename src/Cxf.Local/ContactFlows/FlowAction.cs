using System.Text.Json;

namespace Cxf.Local.ContactFlows;

/// <summary>One action of a contact flow: what the console draws as one block.</summary>
/// <param name="Identifier">The name that transitions use; unique in the flow.</param>
/// <param name="Type">The action type of the flow language, such as <c>InvokeLambdaFunction</c>.</param>
/// <param name="Parameters">The action's parameters, an object.</param>
/// <param name="Transitions">Where the call goes from here.</param>
/// <param name="Pointer">The action's place in the document, such as <c>/Actions/3</c>.</param>
internal sealed record FlowAction(string Identifier, string Type, JsonElement Parameters, ActionTransitions Transitions, string Pointer)
{
    /// <summary>The text of a parameter, which a number or a truth value is as well; null where it is absent, empty or something else.</summary>
    public string? Text(string name) => FlowJson.Member(Parameters, name) is { } value && FlowJson.Scalar(value) is { Length: > 0 } text ? text : null;

    /// <summary>The members of a parameter that is an object; none where it is absent or something else.</summary>
    public IEnumerable<JsonProperty> Members(string name) => FlowJson.Members(Parameters, name);
}
