namespace Cxf.Functions.Stores;

/// <summary>What became of a request to PublishFlow.</summary>
/// <param name="Request">The request's number.</param>
/// <param name="Answer">PublishFlow's answer as JSON.</param>
public sealed record RequestOutcome(int Request, string Answer);
