using System.Text.Json;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Reading;

internal static class RetryAndCatchReader
{
    private static readonly NumberRange Attempts = new(0, 99_999_999, true);
    private static readonly NumberRange MaxDelay = new(1, ServiceLimits.MaxDelaySeconds - 1, true);
    private static readonly NumberRange Backoff = new(1, double.MaxValue, false);

    public static IReadOnlyList<Retrier> ReadRetry(Node state) =>
        ReadEntries(
            state,
            "Retry",
            static retrier =>
            {
                FieldRules.RejectUnknown(
                    retrier,
                    "ErrorEquals",
                    "IntervalSeconds",
                    "MaxAttempts",
                    "BackoffRate",
                    "MaxDelaySeconds",
                    "JitterStrategy",
                    "Comment"
                );
                return new Retrier(ReadErrorEquals(retrier))
                {
                    IntervalSeconds = ConstantFields.Number(retrier, "IntervalSeconds", NumberRange.Duration) ?? 1,
                    BackoffRate = ConstantFields.Number(retrier, "BackoffRate", Backoff) ?? 2,
                    MaxAttempts = (int)(ConstantFields.Number(retrier, "MaxAttempts", Attempts) ?? 3),
                    MaxDelaySeconds = ConstantFields.Number(retrier, "MaxDelaySeconds", MaxDelay),
                    FullJitter = ReadJitter(retrier),
                };
            }
        );

    public static IReadOnlyList<Catcher> ReadCatch(Node state, FieldReader fields) =>
        ReadEntries(
            state,
            "Catch",
            catcher =>
            {
                FieldRules.RejectUnknown(catcher, "ErrorEquals", "Next", "ResultPath", "Output", "Assign", "Comment");
                var errors = ReadErrorEquals(catcher);
                catcher.Require("Next");
                return catcher.OptionalText("Next") is { } next ? new Catcher(errors, next, fields.CatcherFlow(catcher)) : null;
            }
        );

    private static List<T> ReadEntries<T>(Node state, string name, Func<Node, T?> read)
        where T : class
    {
        var entries = new List<T>();
        if (state.Member(name) is not { } field || !field.Expect(JsonValueKind.Array))
        {
            return entries;
        }

        foreach (var node in field.Items())
        {
            if (node.Expect(JsonValueKind.Object) && read(node) is { } entry)
            {
                entries.Add(entry);
            }
        }

        CheckOrder(field);
        return entries;
    }

    private static bool ReadJitter(Node retrier)
    {
        var strategy = retrier.OptionalText("JitterStrategy");
        if (strategy is not (null or "FULL" or "NONE"))
        {
            retrier.Member("JitterStrategy")!.Error("The jitter strategy must be one of: [FULL, NONE]");
        }

        return strategy == "FULL";
    }

    private static List<string> ReadErrorEquals(Node entry)
    {
        var names = new List<string>();
        if (!entry.Require("ErrorEquals") || entry.Member("ErrorEquals") is not { } field || !field.Expect(JsonValueKind.Array))
        {
            return names;
        }

        foreach (var name in field.Items())
        {
            if (name.Expect(JsonValueKind.String))
            {
                names.Add(name.Text);
            }
        }

        if (names.Count == 0)
        {
            field.Error("Value cannot be empty");
        }

        if (names.Count > 1 && names.Contains(ErrorNames.All))
        {
            field.Error("States.ALL must appear alone");
        }

        return names;
    }

    /// <summary>States.ALL is only valid in the last entry (States Language specification).</summary>
    private static void CheckOrder(Node entries)
    {
        foreach (var entry in entries.Items().SkipLast(1))
        {
            if (
                entry.IsObject
                && entry.Member("ErrorEquals") is { IsArray: true } names
                && names.Items().Any(static name => name.IsString && name.Text == ErrorNames.All)
            )
            {
                names.Error("States.ALL must appear in the last element");
            }
        }
    }
}
