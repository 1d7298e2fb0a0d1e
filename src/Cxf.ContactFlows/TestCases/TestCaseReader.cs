using System.Text.Json;
using Cxf.ContactFlows.Reading;
using Cxf.Documents;

namespace Cxf.ContactFlows.TestCases;

/// <summary>What came of reading a test case.</summary>
/// <param name="TestCase">The test case; null when it cannot run.</param>
/// <param name="Diagnostics">All problems in the document's order.</param>
public sealed record TestCaseReading(TestCase? TestCase, IReadOnlyList<ContactFlowDiagnostic> Diagnostics);

/// <summary>
/// Reads a test case: its content, a request of CreateTestCase, or an answer of DescribeTestCase. The reference contradicts
/// itself in places; where it does, what the live service takes counts (public test suites that ran there).
/// </summary>
public static class TestCaseReader
{
    internal const string Version = "2019-10-30";
    internal const string MessageReceived = "MessageReceived";

    internal static readonly string[] Events = ["TestInitiated", "TestCompleted", MessageReceived, "FlowActionStarted"];
    internal static readonly string[] Criteria = ["Similarity", "Inclusion"];
    internal static IReadOnlyList<string> Actions => TestActionCheck.Types;

    /// <summary>Reads a test case. Never throws for what the text holds.</summary>
    /// <param name="name">Its name, where the document has none.</param>
    /// <param name="utf8">The document.</param>
    public static TestCaseReading Read(string name, byte[] utf8)
    {
        var source = JsonSource.Parse(utf8);
        if (source.SyntaxProblem is { } syntax)
        {
            var notJson = new ContactFlowDiagnostic(
                ContactFlowCodes.NotJson,
                DiagnosticSeverity.Error,
                null,
                "",
                syntax.Position,
                $"The text is not JSON. {syntax.Message}",
                "Export the test case again."
            );
            return new TestCaseReading(null, [notJson]);
        }

        var problems = new ContactFlowProblems(source);
        var request = ContactFlowJson.Member(source.Root, "TestCase") ?? source.Root;
        var content = Embedded(request, "Content") ?? request;
        var observations = Observations(content, problems);
        var test = new TestCase(ContactFlowJson.Text(request, "Name") ?? name, observations)
        {
            Attributes = Attributes(request),
            Channel = ContactFlowJson.Text(EntryPoint(request), "Type") == "CHAT" ? "CHAT" : "VOICE",
            From = ContactFlowJson.Text(Voice(request), "SourcePhoneNumber"),
            To = ContactFlowJson.Text(Voice(request), "DestinationPhoneNumber"),
        };
        return new TestCaseReading(problems.HasFatal ? null : test, problems.InOrder);
    }

    private static List<TestObservation> Observations(JsonElement content, ContactFlowProblems problems)
    {
        if (ContactFlowJson.Text(content, "Version") is not Version)
        {
            Report(problems, null, "/Version", $"Version must be \"{Version}\".", "It is the only version of the language.");
        }

        var observations = ContactFlowJson
            .Items(content, "Observations")
            .Select((item, i) => Observation(item, $"/Observations/{i}", problems))
            .ToList();
        if (observations.Count == 0 || observations[0].Event != Events[0])
        {
            Report(
                problems,
                null,
                "/Observations",
                "The first observation must be TestInitiated.",
                "Begin the test with it, and mock the functions there."
            );
        }

        var known = observations.Select(observation => observation.Identifier).ToHashSet();
        foreach (var observation in observations)
        {
            foreach (var next in observation.Next.Where(next => !known.Contains(next)))
            {
                Report(
                    problems,
                    observation.Identifier,
                    "/Observations",
                    $"\"{observation.Identifier}\" leads to \"{next}\", but there is no such observation.",
                    Suggestion.Of(next, known)
                );
            }
        }

        return observations;
    }

    private static TestObservation Observation(JsonElement item, string pointer, ContactFlowProblems problems)
    {
        var identifier = ContactFlowJson.Text(item, "Identifier") ?? "";
        var @event = ContactFlowJson.Member(item, "Event") ?? default;
        var type = ContactFlowJson.Text(@event, "Type") ?? "";
        var properties = ContactFlowJson.Member(@event, "Properties") ?? ContactFlowJson.EmptyObject;
        if (!Events.Contains(type))
        {
            Report(problems, identifier, pointer + "/Event/Type", $"There is no event \"{type}\".", Suggestion.Of(type, Events));
        }

        if (type == MessageReceived)
        {
            CheckCriteria(properties, identifier, pointer + "/Event/Properties", problems);
        }

        var actions = ContactFlowJson
            .Items(item, "Actions")
            .Select((action, i) => Action(action, $"{pointer}/Actions/{i}", problems))
            .ToList();
        var usage = ContactFlowJson.Member(item, "Usage") ?? default;
        var times =
            ContactFlowJson.Member(usage, "Times") is { ValueKind: JsonValueKind.Number } number
            && number.TryGetInt32(out var given)
                ? Math.Max(1, given)
                : 1;
        var transitions = ContactFlowJson.Member(item, "Transitions") ?? default;
        var next = ContactFlowJson.Items(transitions, "NextObservations").Select(name => ContactFlowJson.Scalar(name) ?? "");
        return new TestObservation(identifier, type, properties, times, actions, [.. next]);
    }

    private static TestAction Action(JsonElement action, string pointer, ContactFlowProblems problems)
    {
        var identifier = ContactFlowJson.Text(action, "Identifier") ?? "";
        var type = ContactFlowJson.Text(action, "Type") ?? "";
        if (!Actions.Contains(type))
        {
            Report(problems, identifier, pointer + "/Type", $"There is no action \"{type}\".", Suggestion.Of(type, Actions));
        }

        var parameters = ContactFlowJson.Member(action, "Parameters") is { ValueKind: JsonValueKind.Object } given
            ? given
            : ContactFlowJson.EmptyObject;
        if (Actions.Contains(type))
        {
            TestActionCheck.Check(
                type,
                parameters,
                pointer + "/Parameters",
                (place, message, fix) => Report(problems, identifier, place, message, fix)
            );
        }

        return new TestAction(identifier, type, parameters);
    }

    private static void CheckCriteria(JsonElement properties, string identifier, string pointer, ContactFlowProblems problems)
    {
        if (
            ContactFlowJson.Member(properties, "MatchingCriteria") is not { } criteria
            || ContactFlowJson.Text(criteria, "Type") is not { } type
        )
        {
            Report(
                problems,
                identifier,
                pointer + "/MatchingCriteria",
                "A message needs MatchingCriteria inside Properties, with a Type.",
                """Write "MatchingCriteria": {"Type": "Similarity"}, or "Inclusion" for a part of the message."""
            );
        }
        else if (!Criteria.Contains(type))
        {
            Report(
                problems,
                identifier,
                pointer + "/MatchingCriteria/Type",
                $"There is no criterion \"{type}\".",
                Suggestion.Of(type, Criteria)
            );
        }
    }

    private static Dictionary<string, string> Attributes(JsonElement request)
    {
        var data = Embedded(request, "InitializationData") ?? default;
        var attributes = ContactFlowJson.Member(data, "Attributes") ?? data;
        return attributes.ValueKind == JsonValueKind.Object
            ? attributes
                .EnumerateObject()
                .GroupBy(attribute => attribute.Name)
                .ToDictionary(same => same.Key, same => ContactFlowJson.Scalar(same.Last().Value) ?? "")
            : [];
    }

    private static JsonElement EntryPoint(JsonElement request) => ContactFlowJson.Member(request, "EntryPoint") ?? default;

    private static JsonElement Voice(JsonElement request) =>
        ContactFlowJson.Member(EntryPoint(request), "VoiceCallEntryPointParameters") ?? default;

    // A request holds JSON as text; a person may write it as it is.
    private static JsonElement? Embedded(JsonElement request, string name) =>
        ContactFlowJson.Text(request, name) is not { } text ? ContactFlowJson.Member(request, name)
        : JsonSource.Parse(text) is { SyntaxProblem: null } inner ? inner.Root
        : null;

    private static void Report(ContactFlowProblems problems, string? of, string pointer, string message, string fix) =>
        problems.Fatal(ContactFlowCodes.TestCase, of, pointer, message, fix);
}
