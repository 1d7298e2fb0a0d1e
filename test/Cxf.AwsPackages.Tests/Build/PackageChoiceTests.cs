using System.Diagnostics;
using System.Text.Json;
using Cxf.Testing;

namespace Cxf.AwsPackages.Tests.Build;

/// <summary>Where the build takes each AWS package from, as MSBuild evaluates the projects.</summary>
public sealed class PackageChoiceTests
{
    private const string Functions = "src/Cxf.Functions";
    private const string RuntimeSupport = "src/Aws/Amazon.Lambda.RuntimeSupport";

    [Theory]
    [InlineData("")]
    [InlineData("AWSSDK.StepFunctions", "AWSSDKStepFunctions=NuGet")]
    [InlineData(
        "Amazon.Lambda.Annotations Amazon.Lambda.Core Amazon.Lambda.RuntimeSupport Amazon.Lambda.Serialization.SystemTextJson "
            + "AWSSDK.StepFunctions",
        "AwsPackages=NuGet"
    )]
    [InlineData(
        "Amazon.Lambda.Core Amazon.Lambda.RuntimeSupport Amazon.Lambda.Serialization.SystemTextJson AWSSDK.StepFunctions",
        "AwsPackages=NuGet",
        "AmazonLambdaAnnotations=InRepo"
    )]
    public async Task Each_package_replaces_its_stand_in(string replaced, params string[] properties)
    {
        var items = JsonElement
            .Parse(await RunAsync([Functions, "-getItem:AwsPackage,PackageReference,ProjectReference", .. Set(properties)]))
            .GetProperty("Items");
        var packages = Identities(items, "AwsPackage").ToList();
        var projects = Identities(items, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)).ToList();

        var expected = replaced.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected, Identities(items, "PackageReference").Intersect(packages));
        Assert.Equal(packages.Except(expected), projects.Intersect(packages));
        Assert.Equal(
            !expected.Contains("Amazon.Lambda.Annotations"),
            projects.Contains("Amazon.Lambda.Annotations.SourceGenerator")
        );
    }

    [Theory]
    [InlineData("AwsPackages is 'Both'; it must be InRepo (the default) or NuGet.", "AwsPackages=Both")]
    [InlineData("AmazonLambdaCore is 'Yes'; it must be InRepo (the default) or NuGet.", "AmazonLambdaCore=Yes")]
    [InlineData("add -p:AmazonLambdaCore=NuGet.", "AmazonLambdaTestUtilities=NuGet")]
    [InlineData("add -p:AmazonLambdaRuntimeSupport=NuGet.", "AmazonLambdaCore=NuGet")]
    public async Task A_choice_that_cannot_be_built_is_an_error_that_says_what_to_add(string error, string property) =>
        Assert.Contains(error, await RunAsync([Functions, "-t:CheckAwsPackages", .. Set([property])]));

    [Theory]
    [InlineData(Functions, "AwsPackages=InRepo", false)]
    [InlineData(Functions, "AwsPackages=NuGet", true)]
    [InlineData("src/Cxf.Local", "AwsPackages=NuGet", false)]
    public async Task Only_the_types_of_the_packages_generator_may_lack_comments(string project, string property, bool exempt)
    {
        var ignored = await RunAsync([
            project,
            "-t:ExemptGeneratedTypesFromComments",
            "-getProperty:NoWarn",
            .. Set([property, "Configuration=Release"]),
        ]);

        Assert.Equal(exempt, ignored.Contains("CS1591", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stand_in_that_a_package_replaces_is_not_built() =>
        Assert.DoesNotContain(
            "CoreCompile",
            await RunAsync([RuntimeSupport, "-t:Build", "-v:normal", .. Set(["AwsPackages=NuGet"])])
        );

    private static IEnumerable<string> Set(IEnumerable<string> properties) => properties.Select(property => "-p:" + property);

    private static IEnumerable<string> Identities(JsonElement items, string name) =>
        items
            .GetProperty(name)
            .EnumerateArray()
            .Select(item => item.GetProperty("Identity").GetString()!)
            .Order(StringComparer.OrdinalIgnoreCase);

    private static async Task<string> RunAsync(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", "-nologo", "-nodeReuse:false", .. arguments])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = ProjectRoot.Path(),
        };
        // The build that started these tests leaves its own SDK and settings there.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)))
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }
}
