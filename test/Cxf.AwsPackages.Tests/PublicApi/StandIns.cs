using System.Reflection;

namespace Cxf.AwsPackages.Tests.PublicApi;

/// <summary>Which stand-ins the tests were built with.</summary>
internal static class StandIns
{
    private static readonly string[] Packages = typeof(StandIns)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "AwsNuGetPackages")
        .Value!.Split(';');

    public static bool IsReplaced(string package) => Packages.Contains(package);
}
