using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Documents;
using Cxf.Flows.Contracts;
using Cxf.Flows.FlowTests;
using Cxf.Flows.Runs;
using Cxf.Local.Stores;

namespace Cxf.Local.Replays;

/// <summary>A run that was made a test, and what came of the test.</summary>
/// <param name="Recorded">What the run did.</param>
/// <param name="RecordedAnswer">What the contact flow got of the run, by name.</param>
/// <param name="On">The flow that the test ran on.</param>
/// <param name="Result">What came of it there, compared with what the run did.</param>
internal sealed record Replay(
    RecordedRun Recorded,
    IReadOnlyDictionary<string, string> RecordedAnswer,
    ReplayedFlow On,
    FlowTestResult Result
)
{
    private static readonly string[] ContactMembers = ["channel", "languageCode", "initiationMethod"];
    private static readonly string[] ContactNumbers = ["customerNumber", "systemNumber"];
    private static readonly ContractSchema Personal = new() { Sensitive = true };

    /// <summary>The test, which expects what the run did.</summary>
    public required JsonObject Test { get; init; }

    /// <summary>Where personal data was replaced.</summary>
    public required IReadOnlyCollection<string> Replaced { get; init; }

    /// <summary>What else the reader should know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Whether the flow goes as the run did.</summary>
    public bool IsSame => Result.Passed;

    /// <summary>The last step up to which both are the same, and the next steps; null if the paths are the same.</summary>
    public (string? After, string Before, string Now)? Fork
    {
        get
        {
            var (before, now) = (Recorded.Path, Result.Path);
            var same = before.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
            return before.Count == same && now.Count == same
                ? null
                : (
                    same == 0 ? null : before[same - 1],
                    before.ElementAtOrDefault(same) ?? "the end",
                    now.ElementAtOrDefault(same) ?? "the end"
                );
        }
    }

    /// <summary>Makes a test of a run and runs it.</summary>
    /// <param name="history">The run's history.</param>
    /// <param name="ran">The version that ran; null if it is not known.</param>
    /// <param name="on">The flow to run the test on.</param>
    /// <param name="kept">The names of members whose values are kept as they are.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static Replay Of(
        RecordedHistory history,
        ReplayedFlow? ran,
        ReplayedFlow on,
        IReadOnlyList<string> kept,
        CancellationToken cancellationToken
    )
    {
        var own = ran ?? on;
        var names = new PersonalNames(own.Flow.Input.SensitiveNames().Concat(on.Flow.Input.SensitiveNames()), kept);
        var documents = own.Text + on.Text;
        var made = new MadeUpData(names, documents);
        var recorded = RecordedRun.Of(own.Compiled, EngineHistory.Of(history.Events));
        var answers = new RecordedAnswers(made, header => documents.Contains(header, StringComparison.OrdinalIgnoreCase));
        var (contact, payload) = (history.Input.GetProperty("contact"), history.Input.GetProperty("payload"));
        made.Look(payload, own.Flow.Input.Schema);
        foreach (var number in ContactNumbers.Where(name => contact.TryGetProperty(name, out _)))
        {
            made.Look(contact.GetProperty(number), Personal);
        }

        answers.Look(recorded.Calls);
        if (EngineHistory.Json(history.Events[^1].Output) is { } output)
        {
            made.Look(output);
        }

        var test = new JsonObject
        {
            ["name"] =
                $"A run of {history.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)}",
            ["payload"] = made.Replace(payload, "payload"),
            ["contact"] = Contact(contact, made, documents),
            ["startsAt"] = history.StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture),
            ["answers"] = answers.Write(recorded.Calls),
            ["expect"] = Expect(history.Answer, recorded.Path, (name, text) => made.Replace(text, $"expect.{name}")),
        };
        var notes = answers.Problems.ToList();
        if (history.WasRedriven)
        {
            notes.Add("The run was started again after it had failed. The test shows it until it failed for the first time.");
        }

        Repeat(test, recorded, history, ran, notes, cancellationToken);
        return new Replay(recorded, history.Answer, on, Run(on, test, cancellationToken))
        {
            Test = test,
            Replaced = made.Places,
            Notes = notes,
        };
    }

    /// <summary>
    /// The document with the test, which expects what the flow does now; null with the reason why it cannot be a test of it.
    /// </summary>
    /// <param name="name">The test's name; null for the time of the run and how it ends.</param>
    /// <param name="read">Reads the document as the flow was read.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<(string? Document, string Problem)> WithTestAsync(
        string? name,
        Func<string, Task<ReplayedFlow>> read,
        CancellationToken cancellationToken
    )
    {
        if (Result.Differences.FirstOrDefault(one => one.What.StartsWith("answers.", StringComparison.Ordinal)) is { } unanswered)
        {
            return (null, $"The calls of {On.Name} are not those of the run ({unanswered}), so the test would fail.");
        }

        var answer = Result.Answer;
        var test = Test.DeepClone().AsObject();
        var taken = On.Flow.Tests.Select(one => one.Name).ToHashSet();
        var wanted = name ?? $"{test["name"]}: {answer["status"]}{Code(answer)}";
        test["name"] = Enumerable
            .Range(1, taken.Count + 1)
            .Select(number => number == 1 ? wanted : $"{wanted} ({number})")
            .First(one => !taken.Contains(one));
        test["expect"] = Expect(answer, Result.Path, (_, text) => text);
        var document = TestInsertion.Add(On.Text, test);
        var saved = await read(document);
        if (saved.Reading.Flow is not { } flow)
        {
            var error = saved.Reading.Diagnostics.First(one => one.Severity == DiagnosticSeverity.Error);
            return (null, $"The test does not fit {On.Name}: {error.Message} {error.Fix}");
        }

        var result = saved.Run(flow.Tests[^1], cancellationToken);
        return result.Passed ? (document, "") : (null, $"The test would fail: {string.Join("; ", result.Differences)}.");
    }

    private static string Code(IReadOnlyDictionary<string, string> answer) =>
        answer["errorCode"] == FlowAnswer.None ? "" : $" {answer["errorCode"]}";

    /// <summary>
    /// Runs the test on the version that ran. It must go as the run did; then what the flow says with the made-up data is what
    /// the test expects, so that nothing in it is made from personal data.
    /// </summary>
    private static void Repeat(
        JsonObject test,
        RecordedRun recorded,
        RecordedHistory history,
        ReplayedFlow? ran,
        List<string> notes,
        CancellationToken cancellationToken
    )
    {
        if (ran is null)
        {
            notes.Add("The version that ran is not known, so it was not tried whether the test repeats the run on it.");
            return;
        }

        var result = Run(ran, test, cancellationToken);
        if (
            result.Path.SequenceEqual(recorded.Path)
            && result.Answer["status"] == history.Answer["status"]
            && result.Answer["errorCode"] == history.Answer["errorCode"]
        )
        {
            test["expect"] = Expect(result.Answer, result.Path, (_, text) => text);
            return;
        }

        notes.Add(
            $"On {ran.Name}, which ran, the test does not go as the run did ({string.Join("; ", result.Differences)}). "
                + "A reason can be made-up data that the flow compares (--keep NAME keeps the values of members of this name), a "
                + "random value, or a flow that it runs and that has changed."
        );
    }

    private static FlowTestResult Run(ReplayedFlow flow, JsonObject test, CancellationToken cancellationToken)
    {
        // The reader knows only error codes of the document that it reads, and the flow may have others now.
        var expect = test["expect"]!.DeepClone().AsObject();
        var code = expect["errorCode"]?.GetValue<string>();
        expect.Remove("errorCode");
        var alone = test.DeepClone().AsObject();
        alone["expect"] = expect;
        var read =
            FlowTest.Read(JsonSource.Parse(alone.ToJsonString(JsonFiles.Compact)))
            ?? throw new InvalidOperationException("The replay made an invalid test.");
        return flow.Run(read with { Expect = read.Expect with { ErrorCode = code } }, cancellationToken);
    }

    private static JsonObject Contact(JsonElement contact, MadeUpData made, string documents)
    {
        var json = new JsonObject();
        foreach (var member in contact.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String))
        {
            if (ContactNumbers.Contains(member.Name))
            {
                json[member.Name] = made.Replace(member.Value, $"contact.{member.Name}");
            }
            else if (
                (
                    ContactMembers.Contains(member.Name)
                    || (member.Name == "instanceArn" && documents.Contains(member.Name, StringComparison.Ordinal))
                ) && member.Value.GetString() is { Length: > 0 } text
            )
            {
                json[member.Name] = text;
            }
        }

        return json;
    }

    private static JsonObject Expect(
        IReadOnlyDictionary<string, string> answer,
        IReadOnlyList<string> path,
        Func<string, string, string> text
    )
    {
        var expect = new JsonObject { ["status"] = answer["status"] };
        if (answer["errorCode"] != FlowAnswer.None)
        {
            expect["errorCode"] = answer["errorCode"];
        }

        if (answer["message"] != FlowAnswer.None)
        {
            expect["message"] = text("message", answer["message"]);
        }

        var outputs = answer.Where(one => !FlowAnswer.OwnNames.Contains(one.Key)).ToList();
        if (answer["status"] == AnswerStatus.Succeeded && outputs.Count > 0)
        {
            expect["outputs"] = new JsonObject(
                outputs.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)text($"outputs.{one.Key}", one.Value)))
            );
        }

        if (path.Count > 0)
        {
            expect["path"] = new JsonArray([.. path.Select(label => JsonValue.Create(label))]);
        }

        return expect;
    }
}
