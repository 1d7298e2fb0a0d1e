using System.Diagnostics;
using Cxf.Testing;
using YamlDotNet.RepresentationModel;

namespace Cxf.Architecture.Tests;

/// <summary>The template of a release, which deploys zips of a bucket and needs no build.</summary>
public sealed class ReleaseTemplateTests
{
    private static readonly string[] OfTheRelease = ["AutoPublishCodeSha256", "Description"];

    [Fact]
    public async Task Every_function_is_the_zip_of_the_release_for_the_processor_of_the_stack()
    {
        var template = await MakeAsync("2.3.4");

        var code = template["Globals"]["Function"]["CodeUri"];
        Assert.Equal("ArtifactsBucket", Template.Text(code["Bucket"]));
        Assert.Equal("cxf-functions-2.3.4-${Architecture}.zip", Template.Text(code["Key"]));
        Assert.All(
            Functions(template),
            function =>
            {
                Assert.Null(function.Find("Metadata"));
                Assert.Null(function["Properties"].Find("CodeUri"));
            }
        );
    }

    [Fact]
    public async Task Each_release_is_a_new_version_of_every_function_and_another_bucket_is_not()
    {
        var (one, other) = (Functions(await MakeAsync("2.3.4")), Functions(await MakeAsync("2.3.5")));

        Assert.Equal(4, one.Count);
        Assert.All(
            one.Zip(other),
            pair =>
                Assert.All(
                    OfTheRelease,
                    name =>
                        Assert.NotEqual(
                            Template.Text(pair.First["Properties"][name]),
                            Template.Text(pair.Second["Properties"][name])
                        )
                )
        );
        Assert.All(one, function => Assert.Contains("2.3.4", Template.Text(function["Properties"]["Description"])));
        Assert.All(
            one,
            function => Assert.Matches("^[0-9a-f]{64}$", Template.Text(function["Properties"]["AutoPublishCodeSha256"]))
        );
    }

    [Fact]
    public async Task All_else_is_as_in_the_template_of_the_source()
    {
        var (release, source) = (await MakeAsync("2.3.4"), Template.Read());
        ((YamlMappingNode)release["Parameters"]).Children.Remove("ArtifactsBucket");
        foreach (var template in (YamlMappingNode[])[release, source])
        {
            ((YamlMappingNode)template["Globals"]["Function"]).Children.Remove("CodeUri");
            foreach (var function in Functions(template))
            {
                function.Children.Remove("Metadata");
                foreach (var name in OfTheRelease)
                {
                    ((YamlMappingNode)function["Properties"]).Children.Remove(name);
                }
            }
        }

        Assert.True(source.Equals(release));
    }

    private static List<YamlMappingNode> Functions(YamlMappingNode template) =>
        [
            .. ((YamlMappingNode)template["Resources"])
                .Children.Values.OfType<YamlMappingNode>()
                .Where(resource => Template.Text(resource["Type"]) == "AWS::Serverless::Function"),
        ];

    private static async Task<YamlMappingNode> MakeAsync(string version)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "bash and awk are not there.");
        using var script = Process.Start(
            new ProcessStartInfo(ProjectRoot.Path(".ci", "release-template"), [version]) { RedirectStandardOutput = true }
        )!;
        using var text = new StringReader(await script.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        var stream = new YamlStream();
        stream.Load(text);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }
}
