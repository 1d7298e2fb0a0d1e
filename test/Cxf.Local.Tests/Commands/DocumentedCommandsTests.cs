using System.CommandLine;
using System.Text.RegularExpressions;
using Cxf.Local.Deployment;
using Cxf.Testing;

namespace Cxf.Local.Tests.Commands;

/// <summary>
/// Every command in a page of the documentation is one that cxf understands, and those that need no AWS account and end by
/// themselves run.
/// </summary>
public sealed partial class DocumentedCommandsTests(PublishedSamples samples) : IClassFixture<PublishedSamples>
{
    /// <summary>The commands that run here. <c>start</c> does not end; <c>invoke</c> needs the functions' executable.</summary>
    private static readonly string[] Runnable =
    [
        "call",
        "check",
        "compile",
        "graph",
        "explain",
        "schema",
        "new",
        "test",
        "try",
        "publish",
        "diff",
        "versions",
        "rollback",
        "canary",
        "delete",
        "connect",
    ];

    private static readonly string[] OnDeployment = ["publish", "diff", "versions", "rollback", "canary", "delete", "connect"];

    // They never end, or need an account.
    private static readonly string[] NotHere = ["--stage", "--endpoint", "--table", "--region", "--watch", "--help"];

    /// <summary>What the pages write for a value of the reader's own.</summary>
    private static readonly Dictionary<string, string> Placeholders = new()
    {
        ["CODE"] = "ApiTimeout",
        ["CONTACT"] = "5ca32fbd-8f92-46af-92a5-6b0f970f0efe",
        ["RUN"] = "5ca32fbd-8f92-46af-92a5-6b0f970f0efe-0123456789abcdef0123456789abcdef",
        ["history.json"] = ProjectRoot.Path("events", "local.env.json"),
        ["FOLDER"] = ProjectRoot.Path("src", "Cxf.Local", "Samples"),
        ["draft.json"] = ProjectRoot.Path("events", "local.env.json"),
        ["FILE\\|FOLDER"] = ProjectRoot.Path("src", "Cxf.Local", "Samples"),
        ["my-folder"] = ProjectRoot.Path("src", "Cxf.Local", "Samples"),
        ["FILE"] = ProjectRoot.Path("src", "Cxf.Local", "Samples", "contact-flows", "press-5.json"),
        ["@FILE"] = "@" + ProjectRoot.Path("src", "Cxf.Local", "Samples", "instances.json"),
        ["secrets.json"] = ProjectRoot.Path("events", "local.env.json"),
        ["tenant/flow"] = "acme/create_lead",
        ["STEP"] = "rest_api_1",
        ["FUNCTION"] = "ExecuteFlow",
        ["ARN=answer.json"] = "ARN=ExecuteFlow",
        ["COMMAND"] = "call",
        ["URL"] = "http://127.0.0.1:3002",
    };

    public static TheoryData<string, string> Documented
    {
        get
        {
            var commands = new TheoryData<string, string>();
            foreach (var (page, command) in Pages().SelectMany(CommandsOf).Distinct())
            {
                commands.Add(page, command);
            }

            return commands;
        }
    }

    [Theory]
    [MemberData(nameof(Documented))]
    public void A_documented_command_is_understood(string page, string command)
    {
        Assert.NotEmpty(page);
        var arguments = Arguments(command);
        var root = SharedCommand.Root;
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        Assert.Empty(parsed.UnmatchedTokens);
        Assert.NotEqual(root, parsed.CommandResult.Command);
        Assert.DoesNotContain(parsed.Errors.Select(error => error.Message), message => !IsAboutLeftOut(command, message));
    }

    public static TheoryData<string> Local =>
        [
            .. Documented
                .Select(row => row.Data.Item2)
                .Distinct()
                .Where(command => Runnable.Contains(command.Split(' ')[0]) && !NotHere.Any(command.Contains))
                .DistinctBy(command => string.Join('\n', Arguments(command))),
        ];

    [Theory]
    [MemberData(nameof(Local))]
    public async Task A_documented_command_runs(string command)
    {
        var folder = Directory.CreateTempSubdirectory("cxf-documented-");
        try
        {
            var arguments = Arguments(command);
            FillFiles(arguments, folder.FullName);
            if (arguments.IndexOf("--out") is >= 0 and var place && place + 1 < arguments.Count)
            {
                arguments[place + 1] = Path.Combine(folder.FullName, "out.json");
            }
            else if (arguments[0] == "connect")
            {
                arguments.AddRange(["--out", folder.FullName]);
            }

            if (arguments[0] == "new")
            {
                arguments.AddRange(["--config", folder.FullName]);
                await CxfCommandTests.RunAsync([
                    "new",
                    "tenant",
                    arguments[1] == "tenant" ? "other" : "acme",
                    .. arguments[^2..],
                ]);
            }

            using var own = new PublishedSamples(samples);
            if (OnDeployment.Contains(arguments[0]) && !arguments.Contains("--folder"))
            {
                // What is removed is removed from a deployment of its own.
                var deployment = arguments.Contains("--yes") ? own : samples;
                arguments.AddRange(["--folder", await deployment.FolderAsync()]);
            }

            var (code, output, error) = await CxfCommandTests.RunAsync([.. arguments]);
            var isAsked = arguments[0] is "delete" or "publish" && !arguments.Contains("--yes");
            Assert.True(
                code is 0 or 1 || (code == 2 && isAsked) || error.Contains("Required argument"),
                $"{code}: {output}{error}"
            );
            Assert.DoesNotContain("error CXF900", error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // FILE is another kind of document for each option.
    private static void FillFiles(List<string> arguments, string folder)
    {
        var sample = ProjectRoot.Path("src", "Cxf.Local", "Samples");
        if (arguments[0] is "compile" or "graph")
        {
            arguments[1] = Path.Combine(sample, "tenants", "acme", "flows", "create_lead.json");
        }

        if (arguments[0] == "graph" && arguments.IndexOf("--output") is >= 0 and var picture)
        {
            arguments[picture + 1] = Path.Combine(folder, "picture");
        }

        if (arguments[0] == "graph" && arguments.IndexOf("--run") is >= 0 and var run)
        {
            arguments[run + 1] = Path.Combine(folder, "history.json");
            File.WriteAllText(arguments[run + 1], """{ "events": [] }""");
        }

        if (arguments.IndexOf("--secrets") is >= 0 and var secrets)
        {
            arguments[secrets + 1] = Path.Combine(folder, "secrets.json");
            File.WriteAllText(arguments[secrets + 1], """{ "acme/shop": { "key": "made-up" } }""");
        }

        if (
            arguments.IndexOf("--contact-flow") is >= 0 and var contactFlow
            && (arguments[contactFlow + 1] == Placeholders["FILE"] || !File.Exists(arguments[contactFlow + 1]))
        )
        {
            arguments[contactFlow + 1] = Path.Combine(folder, "contact-flow.json");
            File.WriteAllText(
                arguments[contactFlow + 1],
                File.ReadAllText(Path.Combine(sample, "contact-flows", "press-5.json"))
                    .Replace("${ExecuteFlowArn}", "ARN", StringComparison.Ordinal)
                    .Replace("${GetFlowResultArn}", LocalDeployment.FunctionArn("GetFlowResult"), StringComparison.Ordinal)
                    .Replace("${TenantId}", "acme", StringComparison.Ordinal)
                    .Replace("${FlowId}", "create_lead", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void The_first_page_and_the_page_of_the_command_have_commands()
    {
        var pages = Pages().SelectMany(CommandsOf).ToLookup(one => one.Page, one => one.Command);
        Assert.True(pages["README.md"].Count() > 5);
        Assert.True(pages["src/Cxf.Local/README.md"].Count() > 20);
    }

    private static IEnumerable<string> Pages() =>
        Directory
            .EnumerateFiles(ProjectRoot.Path(), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(ProjectRoot.Path(), file).Replace('\\', '/'))
            .Where(page => !page.Split('/').Any(folder => folder is "obj" or "bin" or "node_modules" || folder.StartsWith('.')));

    // Blocks of commands, commands in a sentence, and in the page of the command the tables, which leave out "cxf".
    private static IEnumerable<(string Page, string Command)> CommandsOf(string page)
    {
        var text = File.ReadAllText(ProjectRoot.Path(page));
        var lines = Line().Matches(text).Concat(Inline().Matches(text)).Select(match => match.Groups[1].Value);
        var rows = page == "src/Cxf.Local/README.md" ? Rows().Matches(text).SelectMany(row => Code().Matches(row.Value)) : [];
        return lines
            .Concat(rows.Select(match => match.Groups[1].Value))
            .Select(command => command.Replace("…", "").Trim())
            .Where(command => command.Contains(' '))
            .Select(command => (page, command));
    }

    private static List<string> Arguments(string command) => [.. Words().Matches(command).Select(match => Filled(match.Value))];

    private static string Filled(string word)
    {
        var bare = word.Trim('\'', '"', '[', ']');
        return Placeholders.TryGetValue(bare, out var value) ? value
            : bare.StartsWith('<') ? (bare.Contains("address") ? Placeholders["URL"] : "acme")
            : bare.StartsWith("src/") || bare.StartsWith("events/") ? ProjectRoot.Path(bare)
            : bare.Split('=', 2) is [var name, var file] && file != bare ? $"{name}={Filled(file)}"
            : bare;
    }

    // A sentence about one option leaves out what the command needs besides.
    private static bool IsAboutLeftOut(string command, string message) =>
        message.StartsWith("Required argument") && command.Split(' ').Length <= 3;

    [GeneratedRegex(@"^(?:\$ )?(?:cxf|dotnet run --project src/Cxf\.Local --) ([a-z]+ .*)$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"`(?:cxf|dotnet run --project src/Cxf\.Local --) ([a-z]+ [^`]+)`")]
    private static partial Regex Inline();

    [GeneratedRegex(@"^\| `[a-z]+ .*$", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex(@"`((?:call|check|test|compile|graph|invoke|start|runs|history|replay|stop|redrive) [^`]*)`")]
    private static partial Regex Code();

    [GeneratedRegex("""<[^>]*>|'[^']*'|"[^"]*"|[^ ]+""")]
    private static partial Regex Words();
}
