using System.Xml.Linq;
using Cxf.Testing;

namespace Cxf.Architecture.Tests;

/// <summary>Dependencies point one way: what each project may refer to is said here once, and the project files obey.</summary>
public sealed class ProjectReferences
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Cxf.Jsonata"] = [],
        ["Cxf.StatesLanguage"] = ["Cxf.Jsonata"],
        ["Cxf.Documents"] = [],
        ["Cxf.ApiCalls"] = ["Cxf.Documents", "Cxf.Jsonata"],
        ["Cxf.ContactFlows"] = ["Cxf.Documents"],
        ["Cxf.Flows"] = ["Cxf.ApiCalls", "Cxf.Documents", "Cxf.Jsonata", "Cxf.StatesLanguage"],
        ["Cxf.Graphs"] = ["Cxf.Documents", "Cxf.Flows"],
        ["Cxf.OpenApi"] = ["Cxf.Flows"],
        ["Cxf.Functions"] = ["Cxf.ApiCalls", "Cxf.Flows"],
        ["Cxf.Local"] =
        [
            "Cxf.ApiCalls",
            "Cxf.ContactFlows",
            "Cxf.Flows",
            "Cxf.Functions",
            "Cxf.Graphs",
            "Cxf.Jsonata",
            "Cxf.OpenApi",
            "Cxf.StatesLanguage",
        ],
        ["Cxf.Studio"] = ["Cxf.Graphs", "Cxf.Local"],
    };

    private static readonly string[] MayKnowAws = ["Cxf.Functions", "Cxf.Local"];

    public static TheoryData<string> Projects =>
        [.. Directory.EnumerateDirectories(ProjectRoot.Path("src"), "Cxf.*").Select(folder => Path.GetFileName(folder)!)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_the_projects_below_it(string project)
    {
        Assert.True(Allowed.ContainsKey(project), $"{project} is new: say here what it may refer to.");
        var referred = Includes(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)!);
        Assert.Empty(referred.Except(Allowed[project]));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Only_the_functions_and_the_command_know_AWS(string project)
    {
        var aws = Includes(project, "AwsPackage")
            .Concat(Includes(project, "PackageReference").Where(package => package.StartsWith("AWSSDK.")));
        Assert.True(MayKnowAws.Contains(project) || !aws.Any(), $"{project} refers to {string.Join(", ", aws)}.");
    }

    [Fact]
    public void Jsonata_needs_nothing_but_the_base_class_library() => Assert.Empty(Includes("Cxf.Jsonata", "PackageReference"));

    private static IEnumerable<string> Includes(string project, string element) =>
        XDocument
            .Load(ProjectRoot.Path("src", project, project + ".csproj"))
            .Descendants(element)
            .Select(item => item.Attribute("Include")?.Value)
            .OfType<string>();
}
