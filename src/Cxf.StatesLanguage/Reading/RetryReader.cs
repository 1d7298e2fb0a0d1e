using System.Text.Json;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Reading;

/// <summary>Reads Retry.</summary>
internal static class RetryReader
{
    private static readonly NumberRange Attempts = new(0, 99_999_999, true);
    private static readonly NumberRange MaxDelay = new(1, ServiceLimits.MaxDelaySeconds - 1, true);
    private static readonly NumberRange Backoff = new(1, double.MaxValue, false);

    public static IReadOnlyList<Retrier> Read(Node state)
    {
        if (state.Member("Retry") is not { } field || !field.Expect(JsonValueKind.Array))
        {
            return [];
        }

        var retriers = new List<Retrier>();
        foreach (var retrier in field.Items())
        {
            if (!retrier.Expect(JsonValueKind.Object))
            {
                continue;
            }

            FieldRules.RejectUnknown(
                retrier, "ErrorEquals", "IntervalSeconds", "MaxAttempts", "BackoffRate", "MaxDelaySeconds", "JitterStrategy", "Comment");
            retriers.Add(new Retrier(ErrorEqualsReader.Read(retrier))
            {
                IntervalSeconds = NumberFields.Constant(retrier, "IntervalSeconds", NumberRange.Duration) ?? 1,
                BackoffRate = NumberFields.Constant(retrier, "BackoffRate", Backoff) ?? 2,
                MaxAttempts = (int)(NumberFields.Constant(retrier, "MaxAttempts", Attempts) ?? 3),
                MaxDelaySeconds = NumberFields.Constant(retrier, "MaxDelaySeconds", MaxDelay),
                FullJitter = ReadJitter(retrier),
            });
        }

        ErrorEqualsReader.CheckOrder(field);
        return retriers;
    }

    private static bool ReadJitter(Node retrier)
    {
        var strategy = retrier.OptionalText("JitterStrategy");
        if (strategy is not (null or "FULL" or "NONE"))
        {
            retrier.Member("JitterStrategy")!.Value.Error("The jitter strategy must be one of: [FULL, NONE]");
        }

        return strategy == "FULL";
    }
}
