using System.Globalization;
using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Runs;

namespace Cxf.Flows.FlowTests;

/// <summary>Reads the shape of a flow document's <c>tests</c>; what they say about the flow is checked by the rules.</summary>
internal static class FlowTestReader
{
    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 200;

    private static readonly JsonElement EmptyPayload = JsonElement.Parse("{}");

    /// <summary>What a test may say of the contact.</summary>
    public static IReadOnlyList<string> ContactMembers { get; } =
    ["contactId", "instanceArn", "channel", "languageCode", "initiationMethod", "customerNumber", "systemNumber"];

    public static IReadOnlyList<FlowTest> Read(JsonCursor flow) =>
        flow.Member("tests") is { } tests && tests.IsArray() ? [.. tests.Items().Select(ReadTest).OfType<FlowTest>()] : [];

    /// <summary>Reads one test.</summary>
    public static FlowTest? ReadTest(JsonCursor test)
    {
        if (!test.IsObject())
        {
            return null;
        }

        test.RefuseUnknown("name", "description", "payload", "contact", "startsAt", "answers", "expect");
        var name = test.RequiredMember("name", "Say in a few words what the test shows.")?.AsText(NameLength);
        test.Member("description")?.AsText();
        var contact = ReadContact(test);
        var start = ReadStart(test);
        var answers = ReadAnswers(test);
        var expect = test.RequiredMember("expect", "Add \"expect\": the expected outcome, e.g. {\"status\": \"SUCCEEDED\"}.")
            is { } expectation
            ? FlowExpectationReader.Read(expectation)
            : null;
        return name is null || expect is null
            ? null
            : new FlowTest(name, test.Pointer)
            {
                Payload = test.Member("payload")?.Element ?? EmptyPayload,
                Contact = contact,
                GivenContact = [.. test.Member("contact")?.Members().Select(member => member.Name) ?? []],
                StartsAt = start,
                Answers = answers,
                Expect = expect,
            };
    }

    private static ContactFacts ReadContact(JsonCursor test)
    {
        if (test.Member("contact") is not { } contact || !contact.IsObject())
        {
            return FlowTest.DefaultContact;
        }

        contact.RefuseUnknown([.. ContactMembers]);
        string Text(string name, string otherwise) => contact.Member(name)?.AsText(allowEmpty: true) ?? otherwise;
        return new ContactFacts(
            Text("contactId", FlowTest.DefaultContact.ContactId),
            Text("instanceArn", FlowTest.DefaultContact.InstanceArn),
            Text("channel", FlowTest.DefaultContact.Channel),
            Text("languageCode", FlowTest.DefaultContact.LanguageCode),
            Text("initiationMethod", FlowTest.DefaultContact.InitiationMethod),
            Text("customerNumber", FlowTest.DefaultContact.CustomerNumber),
            Text("systemNumber", FlowTest.DefaultContact.SystemNumber)
        );
    }

    private static DateTimeOffset ReadStart(JsonCursor test)
    {
        if (test.Member("startsAt") is not { } start || start.AsText() is not { } text)
        {
            return FlowTest.DefaultStart;
        }

        if (
            DateTimeOffset.TryParseExact(
                text,
                ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFK"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var moment
            )
        )
        {
            return moment;
        }

        start.Report(FlowCodes.Timestamp, $"\"{text}\" is not a time.", "Write it as 2026-03-01T09:30:00Z.");
        return FlowTest.DefaultStart;
    }

    private static List<StepAnswers> ReadAnswers(JsonCursor test) =>
        test.Member("answers") is { } answers && answers.IsObject()
            ?
            [
                .. answers
                    .Members()
                    .Select(step =>
                        StubCallReader.ReadList(step) is { } list ? new StepAnswers(step.Name, list, step.Pointer) : null
                    )
                    .OfType<StepAnswers>(),
            ]
            : [];
}
