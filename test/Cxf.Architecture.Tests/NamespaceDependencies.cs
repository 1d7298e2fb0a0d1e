using System.Text.RegularExpressions;
using Cxf.Testing;

namespace Cxf.Architecture.Tests;

/// <summary>
/// The namespaces of a project form layers: no namespace depends on itself through others. Dependencies are found in the
/// source text: using directives (unused ones do not compile) and, for enclosing namespaces, names of their types.
/// </summary>
public sealed partial class NamespaceDependencies
{
    [Theory]
    [InlineData("Cxf.Functions")]
    [InlineData("Cxf.Graphs")]
    [InlineData("Cxf.Local")]
    [InlineData("Cxf.StatesLanguage")]
    [InlineData("Cxf.Studio")]
    public void Namespaces_have_no_cycle(string project)
    {
        var files = Directory
            .EnumerateFiles(ProjectRoot.Path("src", project), "*.cs", SearchOption.AllDirectories)
            .Where(static path => !path.Split(Path.DirectorySeparatorChar).Contains("obj"))
            .Select(static path => SourceFile.Read(File.ReadAllText(path)))
            .ToList();
        var types = files.ToLookup(static file => file.Namespace, static file => file.Types);
        var dependencies = files
            .GroupBy(static file => file.Namespace)
            .ToDictionary(
                static group => group.Key,
                group => group.SelectMany(file => file.DependsOn(types)).Where(types.Contains).ToHashSet()
            );

        Assert.True(dependencies.Count > 3);
        Assert.DoesNotContain(dependencies.Keys, start => Reaches(start, start, dependencies, []));
    }

    private static bool Reaches(
        string from,
        string target,
        Dictionary<string, HashSet<string>> dependencies,
        HashSet<string> visited
    ) => dependencies[from].Any(next => next == target || (visited.Add(next) && Reaches(next, target, dependencies, visited)));

    private sealed partial record SourceFile(string Namespace, string Code, HashSet<string> Usings, HashSet<string> Types)
    {
        public static SourceFile Read(string text)
        {
            var code = Comment.Replace(text, "");
            return new SourceFile(
                NamespaceLine.Match(code).Groups["name"].Value,
                code,
                [.. UsingLine.Matches(code).Select(static match => match.Groups["name"].Value)],
                [.. TypeDeclaration.Matches(code).Select(static match => match.Groups["name"].Value)]
            );
        }

        public IEnumerable<string> DependsOn(ILookup<string, HashSet<string>> types)
        {
            var words = Word.Matches(Code).Select(static match => match.Value).ToHashSet();
            var enclosing = types
                .Where(other => Namespace.StartsWith(other.Key + ".", StringComparison.Ordinal))
                .Where(other => other.Any(words.Overlaps))
                .Select(static other => other.Key);
            return Usings.Concat(enclosing);
        }

        [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
        private static partial Regex Comment { get; }

        [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
        private static partial Regex NamespaceLine { get; }

        [GeneratedRegex(@"^using (static )?(?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
        private static partial Regex UsingLine { get; }

        [GeneratedRegex(
            @"^(public|internal) [a-z ]*?(record struct|record|class|struct|interface|enum) (?<name>\w+)",
            RegexOptions.Multiline | RegexOptions.ExplicitCapture
        )]
        private static partial Regex TypeDeclaration { get; }

        [GeneratedRegex(@"\b[A-Z]\w*\b")]
        private static partial Regex Word { get; }
    }
}
