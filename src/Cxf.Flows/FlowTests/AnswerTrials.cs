using System.Text.Json;
using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;

namespace Cxf.Flows.FlowTests;

/// <summary>
/// Runs a flow with answers that its descriptions allow, at random: optional members are left out, lists are empty, values are
/// null.
/// An expression that fails with such an answer is a mistake of the flow. What is found is made as plain as possible.
/// </summary>
public static class AnswerTrials
{
    /// <summary>How many runs may make a failure plainer.</summary>
    private const int MaxShrinks = 200;

    /// <summary>A value that is there takes more choices than one that is not; so many more are tried.</summary>
    private const int MostInserted = 6;

    /// <summary>Runs a flow a number of times.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="compiled">What it was compiled to.</param>
    /// <param name="target">What it was compiled for.</param>
    /// <param name="count">How many runs.</param>
    /// <param name="seed">What the answers depend on: the same seed makes the same answers.</param>
    /// <param name="cancellationToken">Gives up between two runs.</param>
    /// <returns>One failure of each step that fails.</returns>
    public static IReadOnlyList<FailedTrial> Run(
        FlowDefinition flow,
        CompiledFlow compiled,
        CompilationTarget target,
        int count,
        int seed,
        CancellationToken cancellationToken = default
    )
    {
        if (TestOf(flow, compiled) is not { } test)
        {
            return [];
        }

        var found = new Dictionary<string, FailedTrial>();
        for (var trial = 0; trial < count; trial++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var choices = ExampleChoices.Seeded(seed, trial);
            if (FailureOf(choices) is { } failure && !found.ContainsKey(failure.Step))
            {
                found[failure.Step] = Shrink(failure, choices.Taken);
            }
        }

        return [.. found.Values];

        StepFailure? FailureOf(ExampleChoices choices)
        {
            var made = MadeUpAnswers.In(compiled, test, choices);
            return
                FlowTestRunner.Run(flow, compiled, target, made, cancellationToken) is { Failure: { } failure } result
                && result.Answer.GetValueOrDefault("errorCode") == FlowErrorCodes.FlowExpression
                ? failure
                : null;
        }

        // Each choice becomes the plainest one if the same step still fails.
        FailedTrial Shrink(StepFailure failure, IReadOnlyList<int> taken)
        {
            var (best, left) = (taken.ToList(), MaxShrinks);
            for (var at = 0; at < best.Count && left > 0; at++)
            {
                if (best[at] == 0)
                {
                    continue;
                }

                for (var more = 0; more <= MostInserted && left > 0; more++)
                {
                    var plainer = new ExampleChoices(
                        [.. best.Take(at), .. Enumerable.Repeat(0, more + 1), .. best.Skip(at + 1)],
                        null
                    );
                    left--;
                    if (FailureOf(plainer) is { } same && same.Step == failure.Step)
                    {
                        (best, failure) = ([.. plainer.Taken], same);
                        break;
                    }
                }
            }

            var answers = MadeUpAnswers.In(compiled, test, new ExampleChoices(best, null)).Answers;
            return new FailedTrial(
                failure,
                [
                    .. answers
                        .Where(one => one.Answers.Calls is [StubReply, ..])
                        .Select(one => KeyValuePair.Create(one.Label, ((StubReply)one.Answers.Calls[0]).Answer.Body)),
                ]
            );
        }
    }

    // The payload of a test that expects success; its own answers stay where no description documents the call.
    private static FlowTest? TestOf(FlowDefinition flow, CompiledFlow compiled)
    {
        var described = compiled
            .States.Where(state => state.Step is RestApiStep { Described: not null })
            .Select(state => state.Name)
            .ToHashSet();
        var test =
            flow.Tests.FirstOrDefault(one => one.Expect.Status == Runs.AnswerStatus.Succeeded)
            ?? (flow.Tests.Count > 0 ? flow.Tests[0] : null);
        return described.Count == 0 || test is null
            ? null
            : test with
            {
                Answers = [.. test.Answers.Where(answers => !described.Contains(answers.Label))],
            };
    }
}

/// <summary>A step that fails with an answer that its description allows.</summary>
/// <param name="Failure">The step and its failure.</param>
/// <param name="Answers">The bodies of the answers, by step.</param>
public sealed record FailedTrial(StepFailure Failure, IReadOnlyList<KeyValuePair<string, JsonElement>> Answers);
