using System.CommandLine;
using System.Text.RegularExpressions;
using Cxf.Local.Commands;
using Cxf.Local.Tests.Output;
using Cxf.Testing;

namespace Cxf.Local.Tests.Commands;

/// <summary>Every command in a page of the documentation is one that cxf understands.</summary>
public sealed partial class DocumentedCommandsTests
{
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
        var arguments = Words().Matches(command).Select(match => Filled(match.Value)).ToList();
        var root = CxfCommand.Create(new TextConsole().Console);
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        Assert.Empty(parsed.UnmatchedTokens);
        Assert.NotEqual(root, parsed.CommandResult.Command);
        Assert.DoesNotContain(parsed.Errors.Select(error => error.Message), message => !IsAboutLeftOut(command, message));
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

    [GeneratedRegex(@"`((?:call|check|test|compile|invoke|start|runs|history|stop|redrive) [^`]*)`")]
    private static partial Regex Code();

    [GeneratedRegex("""<[^>]*>|'[^']*'|"[^"]*"|[^ ]+""")]
    private static partial Regex Words();
}
