namespace Cxf.Local;

/// <summary>The AWS account and region that ARNs on this machine name.</summary>
internal static class LocalAccount
{
    public const string Region = "us-east-1";
    public const string Id = "111122223333";
}
