using Amazon.Lambda.Core;

namespace Amazon.Lambda.TestUtilities;

/// <summary>An <see cref="ICognitoIdentity"/> whose members a test sets.</summary>
public class TestCognitoIdentity : ICognitoIdentity
{
    public string IdentityId { get; set; }

    public string IdentityPoolId { get; set; }
}
