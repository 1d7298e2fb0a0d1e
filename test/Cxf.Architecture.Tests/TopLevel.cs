using Cxf.Testing;

namespace Cxf.Architecture.Tests;

/// <summary>A newcomer who lists the project's folder sees the customer's own parts and files that tools expect there.</summary>
public sealed class TopLevel
{
    private static readonly string[] Expected =
    [
        "src",
        "test",
        "events",
        "template.yaml",
        "samconfig.toml",
        "Cxf.Serverless.sln",
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "Directory.Build.props",
        "Directory.Build.targets",
        "Directory.Packages.props",
        "global.json",
        "Makefile",
        ".editorconfig",
        ".gitignore",
        ".config",
        ".csharpierignore",
        "LICENSE",
        ".ci",
        ".github",
        "aws-lambda-tools-defaults.json",
    ];

    private static readonly string[] MadeByTools =
    [
        ".git",
        "bin",
        "obj",
        "artifacts",
        "TestResults",
        ".aws-sam",
        ".vs",
        ".vscode",
        ".idea",
        "node_modules",
        "BenchmarkDotNet.Artifacts",
    ];

    [Fact]
    public void The_top_level_holds_nothing_unexpected()
    {
        var found = Directory.EnumerateFileSystemEntries(ProjectRoot.Folder).Select(entry => Path.GetFileName(entry)!);
        Assert.Empty(found.Except(Expected).Except(MadeByTools));
    }

    [Theory]
    [InlineData("src")]
    [InlineData("test")]
    [InlineData("events")]
    [InlineData("template.yaml")]
    [InlineData("samconfig.toml")]
    [InlineData("Cxf.Serverless.sln")]
    [InlineData("README.md")]
    public void What_the_customer_asked_for_is_there(string name) =>
        Assert.True(Path.Exists(ProjectRoot.Path(name)), name + " is missing.");
}
