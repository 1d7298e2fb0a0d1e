using Cxf.StatesLanguage.Reading;
using Cxf.Testing;

namespace Cxf.StatesLanguage.Tests.Reading;

/// <summary>Definitions that others have published and run: none of them is refused.</summary>
public sealed class PublishedDefinitionTests
{
    [Fact]
    public void No_definition_that_runs_on_AWS_is_refused()
    {
        Assert.SkipUnless(
            Directory.Exists(Published.Folder),
            "The definitions are not here: set CXF_DEFINITIONS to a folder with a folder owner+repository for each repository."
        );

        Assert.Empty(Published.Read().SelectMany(Problems));
    }

    private static IEnumerable<string> Problems(Published published)
    {
        var folder = Path.Combine(Published.Folder!, published.Name.Replace('/', '+'));
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
        if (files.Length != published.Definitions)
        {
            yield return $"{published.Name}: {files.Length} definitions, {published.Definitions} in the list";
        }

        foreach (var file in files.Where(file => !published.IsRefused(Path.GetFileName(file))))
        {
            if (Errors(file).FirstOrDefault() is { } problem)
            {
                yield return $"{published.Name}: {Path.GetFileName(file)}: {problem}";
            }
        }
    }

    [Fact]
    public void Every_repository_has_a_commit_and_a_count() =>
        Assert.All(
            Published.Read(),
            one =>
            {
                Assert.Matches("^[^/ ]+/[^/ ]+$", one.Name);
                Assert.Matches("^[0-9a-f]{12}$", one.Commit);
                Assert.True(one.Definitions > 0);
            }
        );

    private static IEnumerable<string> Errors(string file) =>
        DefinitionValidator
            .Validate(File.ReadAllText(file))
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => $"{diagnostic.Code} {diagnostic.Message} at {diagnostic.Location}");

    /// <summary>A repository of the list beside this test.</summary>
    private sealed record Published(string Name, string Commit, int Definitions, IReadOnlyList<string> Refused)
    {
        public static string? Folder => Environment.GetEnvironmentVariable("CXF_DEFINITIONS");

        public bool IsRefused(string file) =>
            Refused.Any(name => name.EndsWith('*') ? file.StartsWith(name[..^1], StringComparison.Ordinal) : file == name);

        public static List<Published> Read()
        {
            var all = new List<Published>();
            var path = ProjectRoot.Path("test", "Cxf.StatesLanguage.Tests", "Reading", "published-definitions.txt");
            foreach (var line in File.ReadAllLines(path).Where(line => line.Length > 0 && line[0] != '#'))
            {
                var parts = line.Split(" | ");
                if (parts[0].StartsWith("- ", StringComparison.Ordinal))
                {
                    all[^1] = all[^1] with { Refused = [.. all[^1].Refused, parts[0][2..]] };
                }
                else
                {
                    all.Add(new Published(parts[0], parts[1], int.Parse(parts[2]), []));
                }
            }

            return all;
        }
    }
}
