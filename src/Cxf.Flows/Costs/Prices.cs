namespace Cxf.Flows.Costs;

/// <summary>
/// What AWS asks, in US dollars, region us-east-1, without the free tier. Source: the page "AWS Step Functions pricing", in the
/// numbers that third parties give of it (wring.co and aws/agent-toolkit, March 2026). Lambda and DynamoDB come besides: CallApi
/// is billed by its memory and time, about $0.20 for a million calls and $0.0000133334 for a GB-second (arm64).
/// </summary>
public static class Prices
{
    /// <summary>One state transition of a STANDARD machine; a retry is one too.</summary>
    public const decimal Transition = 0.000025m;

    /// <summary>One run of an EXPRESS machine.</summary>
    public const decimal ExpressRun = 0.000001m;

    /// <summary>One GB of an EXPRESS machine for one second.</summary>
    public const decimal ExpressGigabyteSecond = 0.00001667m;

    /// <summary>What EXPRESS memory is billed in, in GB: a small flow uses one chunk of 64 MB.</summary>
    public const decimal ExpressMemoryChunk = 0.0625m;

    /// <summary>What EXPRESS time is billed in: the run's duration is rounded up to 100 ms.</summary>
    public static TimeSpan ExpressTimeChunk { get; } = TimeSpan.FromMilliseconds(100);
}
