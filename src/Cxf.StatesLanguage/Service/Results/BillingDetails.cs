namespace Cxf.StatesLanguage.Service;

/// <summary>What a synchronous execution costs on AWS.</summary>
/// <param name="BilledDurationInMilliseconds">Its duration, rounded up to 100 ms.</param>
/// <param name="BilledMemoryUsedInMB">Memory in steps of 64 MB; the local engine always says 64.</param>
public sealed record BillingDetails(long BilledDurationInMilliseconds, long BilledMemoryUsedInMB);
