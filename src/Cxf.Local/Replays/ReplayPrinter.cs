using Cxf.Flows.Runs;
using Cxf.Local.Output;
using Cxf.Local.Runs;
using Cxf.Local.Stores;
using Spectre.Console;

namespace Cxf.Local.Replays;

/// <summary>Prints what came of a replay: whether the flow goes as the run did, and if not, where it goes differently.</summary>
/// <param name="lines">Where to.</param>
/// <param name="isFull">Whether the test and every step are printed, too.</param>
internal sealed class ReplayPrinter(Lines lines, bool isFull)
{
    private const int Indent = 10;

    /// <summary>Prints a replay.</summary>
    public void Print(Replay replay)
    {
        lines.Write(Indent, ($"Recorded  {Ending(replay.RecordedAnswer)}: {Path(replay.Recorded.Path)}", Color.Default));
        if (replay.IsSame)
        {
            lines.Write(Indent, ("Now       ", Color.Default), ($"{replay.On.Name} goes the same way.", Color.Green));
        }
        else
        {
            PrintDifferences(replay);
        }

        if (isFull || !replay.IsSame)
        {
            var printer = new HistoryPrinter(lines, new PersonalData { ShowsAll = isFull }, isFull, Indent)
            {
                PrintedCause = replay.Result.Failure?.RecordedCause,
            };
            printer.Print(HistoryRows.From(ExecutionEvents.Of(replay.Result.History)));
        }

        if (replay.Replaced.Count > 0)
        {
            lines.Write(Indent, ($"Replaced  {string.Join(", ", replay.Replaced)}", Color.Default));
        }

        foreach (var note in replay.Notes)
        {
            lines.Write(Indent, ("Note      ", Color.Yellow), (note, Color.Default));
        }

        if (isFull)
        {
            lines.WriteWhole(replay.Test.ToJsonString(JsonFiles.Readable));
        }
    }

    private void PrintDifferences(Replay replay)
    {
        var now = $"{replay.On.Name} goes differently: {Ending(replay.Result.Answer)}: {Path(replay.Result.Path)}";
        lines.Write(Indent, ("Now       ", Color.Default), (now, Color.Red));
        if (replay.Fork is var (after, before, next))
        {
            var place = after is null ? "At the start" : $"After {after}";
            lines.Write(Indent, ($"          {place} the run went to {before}; now it goes to {next}.", Color.Default));
        }

        foreach (var difference in replay.Result.Differences.Where(one => one.What != "path"))
        {
            lines.Write(Indent, ($"          {difference}", Color.Default));
        }

        if (replay.Result.Failure is { } failure)
        {
            lines.Write(Indent, ($"          The run failed at the step {failure}", Color.Default));
        }
    }

    private static string Ending(IReadOnlyDictionary<string, string> answer) =>
        answer["errorCode"] == FlowAnswer.None ? answer["status"] : $"{answer["status"]} {answer["errorCode"]}";

    private static string Path(IReadOnlyList<string> path) => path.Count == 0 ? "no step" : string.Join(" -> ", path);
}
