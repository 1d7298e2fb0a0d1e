using Amazon.Lambda.Core;

namespace Amazon.Lambda.TestUtilities;

/// <summary>An <see cref="IClientContext"/> whose members a test sets.</summary>
public class TestClientContext : IClientContext
{
    public IClientApplication Client { get; set; }

    public IDictionary<string, string> Custom { get; set; }

    public IDictionary<string, string> Environment { get; set; }
}
