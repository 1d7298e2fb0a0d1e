namespace Amazon.Lambda.Core;

/// <summary>What a caller sent in the invocation's client context.</summary>
public interface IClientContext
{
    IDictionary<string, string> Environment { get; }

    IClientApplication Client { get; }

    IDictionary<string, string> Custom { get; }
}
