namespace Cxf.StatesLanguage.Service;

/// <summary>
/// What AWS bills for a synchronous execution: duration in steps of 100 ms, memory in steps of 64 MB (pricing page).
/// </summary>
internal static class Billing
{
    private const int StepMilliseconds = 100;
    private const int StepMegabytes = 64;

    public static BillingDetails Of(TimeSpan duration)
    {
        var steps = Math.Max(1, (long)Math.Ceiling(duration.TotalMilliseconds / StepMilliseconds));
        return new BillingDetails(steps * StepMilliseconds, StepMegabytes);
    }
}
