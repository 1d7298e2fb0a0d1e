using System.Text.Json;

namespace Cxf.ContactFlows.TestCases;

/// <summary>
/// A test case in Amazon Connect's testing language, the Content of CreateTestCase and AWS::Connect::TestCase.
/// APIReference/testing-language.html
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Observations">What the test observes; the first one begins it.</param>
public sealed record TestCase(string Name, IReadOnlyList<TestObservation> Observations)
{
    /// <summary>The contact's attributes at the beginning (InitializationData).</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>VOICE or CHAT (EntryPoint).</summary>
    public string Channel { get; init; } = "VOICE";

    /// <summary>The caller's number (EntryPoint); null for any.</summary>
    public string? From { get; init; }

    /// <summary>The dialled number (EntryPoint); null for any.</summary>
    public string? To { get; init; }
}

/// <summary>One event that must happen, and what the test does then.</summary>
/// <param name="Identifier">The name that transitions use.</param>
/// <param name="Event">The type of the event, such as <c>MessageReceived</c>.</param>
/// <param name="Properties">What the event must be like.</param>
/// <param name="Times">How many times it must happen.</param>
/// <param name="Actions">What the test does then, in order.</param>
/// <param name="Next">The observations that follow; all of them must be made, in any order.</param>
public sealed record TestObservation(
    string Identifier,
    string Event,
    JsonElement Properties,
    int Times,
    IReadOnlyList<TestAction> Actions,
    IReadOnlyList<string> Next
);

/// <summary>One action of a test.</summary>
/// <param name="Identifier">Its name.</param>
/// <param name="Type">Its type, such as <c>SendInstruction</c>.</param>
/// <param name="Parameters">Its parameters.</param>
public sealed record TestAction(string Identifier, string Type, JsonElement Parameters);
