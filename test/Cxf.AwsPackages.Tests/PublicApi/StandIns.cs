namespace Cxf.AwsPackages.Tests.PublicApi;

/// <summary>Which of the two the tests were built with.</summary>
internal static class StandIns
{
#if AWS_PACKAGES_NUGET
    public static bool AreReplacedByPackages => true;
#else
    public static bool AreReplacedByPackages => false;
#endif
}
