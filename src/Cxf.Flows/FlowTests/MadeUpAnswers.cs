using Cxf.ApiCalls.Answers;
using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;

namespace Cxf.Flows.FlowTests;

/// <summary>
/// The answers that a test leaves out: those of calls that a description documents are made of it. A call that no description
/// documents needs its answers in the test.
/// </summary>
internal static class MadeUpAnswers
{
    /// <summary>More calls of one step than these get no answer.</summary>
    private const int Calls = 50;

    private static readonly Dictionary<string, string> NoHeaders = [];

    /// <summary>Whether the answers of a step are made up in a test.</summary>
    public static bool IsFor(CompiledState state, FlowTest test) =>
        state.Step is RestApiStep { Described: not null } && !test.Answers.Any(answers => answers.Label == state.Name);

    /// <summary>The test with the answers that it leaves out.</summary>
    public static FlowTest In(CompiledFlow compiled, FlowTest test, ExampleChoices choices)
    {
        var added = new List<StepAnswers>();
        foreach (var state in compiled.States.Where(state => IsFor(state, test)).DistinctBy(state => state.Name))
        {
            var example = ExampleAnswer.Of(((RestApiStep)state.Step).Described!, choices);
            var reply = new StubReply(new StubAnswer(example.Status, NoHeaders, example.Body), TimeSpan.Zero, test.Pointer);
            added.Add(
                new StepAnswers(state.Name, new AnswerList([.. Enumerable.Repeat(reply, Calls)], [], test.Pointer), test.Pointer)
            );
        }

        return added.Count == 0 ? test : test with { Answers = [.. test.Answers, .. added] };
    }
}
