using System.Text.RegularExpressions;
using Cxf.Testing;

namespace Cxf.Architecture.Tests;

/// <summary>Every page leads where it says: files, folders, and headings within a page.</summary>
public sealed partial class MarkdownLinks
{
    private static readonly string[] NotOurs = [".git", "bin", "obj", "node_modules", "artifacts", "TestResults", ".aws-sam"];

    public static TheoryData<string> Pages =>
        [.. PagesIn(ProjectRoot.Folder).Select(page => Path.GetRelativePath(ProjectRoot.Folder, page))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_relative_link_of_a_page_resolves(string page)
    {
        var path = ProjectRoot.Path(page);
        string[] broken =
        [
            .. Link()
                .Matches(WithoutCode(path))
                .Select(match => match.Groups[1].Value)
                .Where(link => !Uri.IsWellFormedUriString(link, UriKind.Absolute) && !Resolves(path, link)),
        ];
        Assert.Empty(broken);
    }

    [Fact]
    public void A_page_that_leads_nowhere_would_be_noticed()
    {
        var page = ProjectRoot.Path("README.md");
        Assert.True(Resolves(page, "src/README.md"));
        Assert.True(Resolves(page, "#the-path-of-a-call"));
        Assert.False(Resolves(page, "src/NoSuchPage.md"));
        Assert.False(Resolves(page, "src/README.md#no-such-heading"));
    }

    private static IEnumerable<string> PagesIn(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.md")
            .Concat(
                Directory
                    .EnumerateDirectories(folder)
                    .Where(inner => !NotOurs.Contains(Path.GetFileName(inner)))
                    .SelectMany(PagesIn)
            );

    private static bool Resolves(string page, string link)
    {
        var parts = link.Split('#', 2);
        var target = parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0]);
        return parts.Length == 1
            ? File.Exists(target) || Directory.Exists(target)
            : File.Exists(target)
                && Heading().Matches(WithoutCode(target)).Any(heading => Anchor(heading.Groups[1].Value) == parts[1]);
    }

    // As GitHub names headings: lower case, blanks as hyphens, without punctuation.
    private static string Anchor(string heading) =>
        string.Concat(
            heading
                .Trim()
                .ToLowerInvariant()
                .Replace(' ', '-')
                .Where(character => char.IsLetterOrDigit(character) || character is '-' or '_')
        );

    private static string WithoutCode(string page) => CodeBlock().Replace(File.ReadAllText(page), "");

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*```.*?^\s*```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
