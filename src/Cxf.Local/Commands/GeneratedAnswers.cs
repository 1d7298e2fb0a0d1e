using Cxf.Flows.FlowTests;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;

namespace Cxf.Local.Commands;

/// <summary>Runs the flows of a folder with answers that descriptions allow, and prints the steps that fail with one.</summary>
internal static class GeneratedAnswers
{
    /// <summary>Runs them; returns how many steps failed.</summary>
    public static int Run(
        Lines lines,
        FolderReading folder,
        int count,
        int seed,
        bool isQuiet,
        CancellationToken cancellationToken
    )
    {
        var failed = 0;
        foreach (var document in folder.Flows)
        {
            if (document.Reading.Flow is not { } flow)
            {
                continue;
            }

            foreach (var trial in AnswerTrials.Run(flow, document.Compile(flow), document.Target, count, seed, cancellationToken))
            {
                failed++;
                if (!isQuiet)
                {
                    Print(lines, document, trial);
                }
            }
        }

        return failed;
    }

    private static void Print(Lines lines, FlowDocument document, FailedTrial trial)
    {
        lines.Write($"{document.File.Path}: the step {trial.Failure.Step} fails with answers that the API can give.");
        foreach (var (step, body) in trial.Answers)
        {
            lines.Write($"  {step} answers {body.GetRawText()}");
        }

        lines.Write($"  {trial.Failure}");
    }
}
