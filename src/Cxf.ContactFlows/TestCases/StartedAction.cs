using System.Text.Json;
using Cxf.ContactFlows.Simulation;
using Cxf.Documents;

namespace Cxf.ContactFlows.TestCases;

/// <summary>Whether an action that starts is the one that a test names, by its type and its resource.</summary>
internal static class StartedAction
{
    /// <param name="type">The type that the test names.</param>
    /// <param name="parameters">The parameters that the test names; all of them must be the action's.</param>
    /// <param name="action">The action.</param>
    /// <param name="call">The call, for references.</param>
    public static bool Holds(string type, JsonElement parameters, ContactFlowAction action, Call call) =>
        Same(type, action.Type)
        && parameters.EnumerateObject().All(named => IsSame(named.Value, Actual(named.Name, action, call), call));

    // The reference writes DequeueAndTransferToQueue.
    private static bool Same(string named, string type) =>
        named.Trim() == type || (named == "DequeueAndTransferToQueue" && type == "DequeueContactAndTransferToQueue");

    // TransferContactToQueue has no parameter: the queue is the contact's.
    private static JsonElement? Actual(string name, ContactFlowAction action, Call call) =>
        ContactFlowJson.Member(action.Parameters, name)
        ?? (
            name == "QueueId" && call.Data.QueueArn is { } queue
                ? JsonOutput.Element(writer => writer.WriteStringValue(queue))
                : null
        );

    private static bool IsSame(JsonElement named, JsonElement? actual, Call call) =>
        actual is { } value
        && (
            named.ValueKind == JsonValueKind.Object
                ? named.EnumerateObject().All(member => IsSame(member.Value, ContactFlowJson.Member(value, member.Name), call))
                : IsSameResource(ContactFlowJson.Scalar(named) ?? "", call.Fill(ContactFlowJson.Scalar(value) ?? ""))
        );

    // By ARN or by the id at its end.
    private static bool IsSameResource(string named, string actual) =>
        named == actual
        || actual.EndsWith("/" + named, StringComparison.Ordinal)
        || named.EndsWith("/" + actual, StringComparison.Ordinal);
}
