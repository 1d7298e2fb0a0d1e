using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Runs;

namespace Cxf.Flows.FlowTests;

/// <summary>One test of a flow: what goes in, what the outside answers, and the expected outcome.</summary>
/// <param name="Name">The test's name, unique within the flow.</param>
/// <param name="Pointer">The location of the test in the document (RFC 6901).</param>
public sealed record FlowTest(string Name, string Pointer)
{
    /// <summary>When a test begins that does not say: a Thursday, at midnight.</summary>
    public static readonly DateTimeOffset DefaultStart = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The contact of a test that gives none: a voice call that comes in.</summary>
    // Numbers that are reserved for examples (North American Numbering Plan, 555-0100 to 555-0199).
    public static readonly ContactFacts DefaultContact = new(
        "00000000-0000-4000-8000-000000000001",
        "arn:aws:connect:us-east-1:111122223333:instance/11111111-2222-4333-8444-555555555555",
        "VOICE",
        "en-US",
        "INBOUND",
        "+12025550100",
        "+12025550199"
    );

    /// <summary>The payload as Connect would deliver it, before the contract's conversions. Default: an empty object.</summary>
    public required JsonElement Payload { get; init; }

    /// <summary>The contact. Default: a voice call that comes in.</summary>
    public required ContactFacts Contact { get; init; }

    /// <summary>The members of the contact that the test gives itself.</summary>
    public IReadOnlyList<string> GivenContact { get; init; } = [];

    /// <summary>The time at which the run begins. Default: <see cref="DefaultStart"/>.</summary>
    public DateTimeOffset StartsAt { get; init; } = DefaultStart;

    /// <summary>What the steps that call something are answered.</summary>
    public IReadOnlyList<StepAnswers> Answers { get; init; } = [];

    /// <summary>The expected outcome.</summary>
    public required FlowExpectation Expect { get; init; }

    /// <summary>Reads a test that is a document of its own; null if it is not a test.</summary>
    public static FlowTest? Read(JsonSource source)
    {
        var reader = new JsonDocumentReader(source, FlowCodes.Shape);
        var test = FlowTestReader.ReadTest(reader.Root);
        return reader.HasErrors ? null : test;
    }
}
