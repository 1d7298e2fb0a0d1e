using System.CommandLine;
using System.Text.Json;
using Cxf.Local.Commands;
using Cxf.Local.Tests.Output;

namespace Cxf.Local.Tests.Commands;

public sealed class CxfCommandTests
{
    [Fact]
    public void Every_command_has_examples_and_understands_them()
    {
        var root = CxfCommand.Create(new TextConsole().Console);
        foreach (var command in root.Subcommands.Concat(root.Subcommands.SelectMany(command => command.Subcommands)))
        {
            Assert.All(
                HelpWithExamples.Of(command),
                example =>
                {
                    var parsed = root.Parse(example.Split(' ')[1..]);
                    Assert.Empty(parsed.UnmatchedTokens);
                    Assert.Contains(
                        command,
                        new[] { parsed.CommandResult.Command }.Concat(parsed.CommandResult.Command.Parents.OfType<Command>())
                    );
                }
            );
        }
    }

    [Fact]
    public void Every_command_option_and_argument_is_described()
    {
        var root = CxfCommand.Create(new TextConsole().Console);
        var commands = root.Subcommands.Concat(root.Subcommands.SelectMany(command => command.Subcommands)).ToList();
        Assert.All(
            commands.SelectMany(command => command.Options.Concat<Symbol>(command.Arguments).Append(command)),
            symbol => Assert.False(string.IsNullOrEmpty(symbol.Description), symbol.Name)
        );
    }

    [Fact]
    public void Every_command_prints_json_for_programs()
    {
        var root = CxfCommand.Create(new TextConsole().Console);
        Assert.All(
            root.Subcommands.Concat(root.Subcommands.SelectMany(command => command.Subcommands))
                .Where(command => command.Subcommands.Count == 0),
            command => Assert.Contains(command.Options, option => option.Name == "--json")
        );
    }

    [Theory]
    [InlineData("There is no file or folder \"nowhere.json\".", "check", "nowhere.json", "--json")]
    [InlineData("Required argument 'flow' missing", "connect", "export", "--json", "--template")]
    [InlineData("--payload takes a JSON object", "call", "--payload", "{", "--json")]
    public async Task A_usage_error_is_json_for_programs(string problem, params string[] arguments)
    {
        var (code, output, error) = await RunAsync(arguments);
        Assert.Equal((2, ""), (code, error));
        Assert.Contains(problem, JsonElement.Parse(output).GetProperty("error").GetString());
    }

    [Fact]
    public async Task The_help_of_a_command_ends_with_its_examples()
    {
        var (code, output, _) = await RunAsync("rollback", "--help");
        Assert.Equal(0, code);
        Assert.EndsWith("Examples:\n  cxf rollback acme/create_lead 1 --stage dev\n\n", output);
    }

    [Theory]
    [InlineData("There is no file or folder \"nowhere.json\".", "cxf test --help", "test", "nowhere.json")]
    [InlineData("Required argument 'flow' missing", "cxf connect export --help", "connect", "export", "--template")]
    public async Task A_usage_error_does_not_print_the_help_page(string problem, string more, params string[] arguments)
    {
        var (code, output, error) = await RunAsync(arguments);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(problem, error);
        Assert.EndsWith($"Usage and examples: {more}\n", error);
    }

    [Fact]
    public async Task Without_a_command_all_commands_are_listed()
    {
        var (code, output, _) = await RunAsync();
        Assert.Equal(2, code);
        Assert.Contains("Commands:\n  call ", output);
    }

    internal static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var (code, text) = await SharedCommand.RunAsync(root =>
            CxfCommand.RunAsync(root, arguments, new InvocationConfiguration { Output = output, Error = error })
        );
        return (code, text + output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
