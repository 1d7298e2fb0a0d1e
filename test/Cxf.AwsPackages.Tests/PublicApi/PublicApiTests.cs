using System.Reflection;

namespace Cxf.AwsPackages.Tests.PublicApi;

/// <summary>
/// Each stand-in's public surface against a list of its package's own. A line that starts with <c>- </c>
/// is a member of the package that the stand-in leaves out, so what is missing is written down too.
/// Built with <c>-p:AwsPackages=NuGet</c>, the same lists are held against the packages.
/// </summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Packages =>
        [
            "Amazon.Lambda.Annotations",
            "Amazon.Lambda.Core",
            "Amazon.Lambda.RuntimeSupport",
            "Amazon.Lambda.Serialization.SystemTextJson",
            "Amazon.Lambda.TestUtilities",
            "AWSSDK.StepFunctions",
        ];

    [Theory]
    [MemberData(nameof(Packages))]
    public void What_the_list_says_is_offered(string package)
    {
        var offered = PublicSurface.Of(Assembly.Load(package));

        Assert.Empty(Listed(package).Except(offered));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Nothing_is_offered_that_the_package_lacks(string package)
    {
        Assert.SkipWhen(StandIns.IsReplaced(package), "The package itself offers more than the stand-in.");

        Assert.Empty(PublicSurface.Of(Assembly.Load(package)).Except(Listed(package)));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_list_is_sorted_and_names_each_member_once(string package)
    {
        var members = Lines(package).Select(line => line.StartsWith("- ", StringComparison.Ordinal) ? line[2..] : line).ToList();

        Assert.Equal(members.Distinct().Order(StringComparer.Ordinal), members);
    }

    [Fact]
    public void Assembly_versions_are_the_packages_own()
    {
        // A library built against a package must load with the stand-in in its place, and the other way round.
        Assert.Equal(new Version(1, 0, 0, 0), Assembly.Load("Amazon.Lambda.Core").GetName().Version);
        Assert.Equal(new Version(0, 0, 0, 0), Assembly.Load("Amazon.Lambda.Serialization.SystemTextJson").GetName().Version);
        Assert.Equal(new Version(1, 0, 0, 0), Assembly.Load("Amazon.Lambda.TestUtilities").GetName().Version);
        Assert.Equal(new Version(2, 3, 0, 0), Assembly.Load("Amazon.Lambda.Annotations").GetName().Version);
    }

    private static IEnumerable<string> Listed(string package) =>
        Lines(package).Where(line => !line.StartsWith("- ", StringComparison.Ordinal));

    private static string[] Lines(string package) =>
        File.ReadAllLines(Cxf.Testing.ProjectRoot.Path("test", "Cxf.AwsPackages.Tests", "PublicApi", package + ".txt"));
}
