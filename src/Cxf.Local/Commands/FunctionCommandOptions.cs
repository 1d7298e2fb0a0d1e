using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using Cxf.Documents;
using Cxf.Local.Deployment;
using Cxf.Local.Emulators.Lambda;
using Cxf.Local.Emulators.Ssm;
using Cxf.Local.SampleCrm;

namespace Cxf.Local.Commands;

/// <summary>The options of commands that run functions as processes.</summary>
internal static class FunctionCommandOptions
{
    public static Option<FileInfo> Template { get; } =
        new Option<FileInfo>("--template")
        {
            HelpName = "file",
            Description = "The SAM template.",
            DefaultValueFactory = _ => DefaultTemplate(),
        }.AcceptExistingFile();

    public static Option<FileInfo> Executable { get; } =
        new Option<FileInfo>("--executable")
        {
            HelpName = "file",
            Description =
                "The functions' executable: bootstrap (compiled ahead of time) or bootstrap.dll. Default: the one "
                + "built with cxf.",
        }.AcceptExistingFile();

    public static Option<FileInfo> EnvironmentFile { get; } =
        new Option<FileInfo>("--env-vars")
        {
            HelpName = "file",
            Description = "Environment variables, as sam local takes them: {\"Parameters\": {\"NAME\": \"value\"}}.",
        }.AcceptExistingFile();

    public static Option<string[]> Parameters { get; } =
        new("--parameter-overrides")
        {
            HelpName = "Name=Value",
            Description = "Values of the template's parameters: Name=Value ….",
            AllowMultipleArgumentsPerToken = true,
            Validators = { CheckPairs },
        };

    public static Option<DirectoryInfo> Configuration { get; } =
        new Option<DirectoryInfo>("--config")
        {
            HelpName = "folder",
            Description = "The folder with instances.json and tenants/. Default: the samples.",
        }.AcceptExistingOnly();

    public static Option<FileInfo> Secrets { get; } =
        new Option<FileInfo>("--secrets")
        {
            HelpName = "file",
            Description =
                "The connections' secrets, as Parameter Store holds them on AWS: {\"tenant/connection\": {\"token\": "
                + "\"…\"}}. Default: none.",
        }.AcceptExistingFile();

    public static Option<Uri?> Crm { get; } =
        new("--crm")
        {
            HelpName = "url",
            Description = "The base URL of the CRM to call. Default: a sample CRM on this machine.",
            CustomParser = UrlArgument.Read,
        };

    public static Option<bool> CrmDown { get; } =
        new("--crm-down") { Description = "The sample CRM does not accept connections." };

    public static Option<bool> CrmSlow { get; } =
        new("--crm-slow") { Description = "The sample CRM answers too late for any caller." };

    /// <summary>The fault of the sample CRM that the arguments say.</summary>
    public static CrmTrouble Trouble(ParseResult arguments) =>
        arguments.GetValue(CrmDown) ? CrmTrouble.Refused
        : arguments.GetValue(CrmSlow) ? CrmTrouble.Slow
        : CrmTrouble.None;

    /// <summary>Reports options about the CRM that contradict each other.</summary>
    public static void CheckCrm(CommandResult result)
    {
        var down = result.GetValue(CrmDown);
        var slow = result.GetValue(CrmSlow);
        if ((down && slow) || ((down || slow) && result.GetResult(Crm) is not null))
        {
            result.AddError(
                "Use only one of --crm, --crm-down and --crm-slow: only the sample CRM can be down or slow, and not both."
            );
        }
    }

    /// <summary>Adds the options to a command.</summary>
    public static Command WithFunctions(this Command command)
    {
        foreach (
            Option option in (Option[])
                [
                    Template,
                    Executable,
                    EnvironmentFile,
                    Parameters,
                    Configuration,
                    PlaceholderOption.Set,
                    Secrets,
                    Crm,
                    CrmDown,
                    CrmSlow,
                ]
        )
        {
            command.Add(option);
        }

        command.Validators.Add(CheckCrm);

        return command;
    }

    /// <summary>The deployment that the arguments describe.</summary>
    /// <exception cref="JsonException">The file of environment variables or of secrets is not as it must be.</exception>
    public static ProcessDeploymentOptions Read(ParseResult arguments, Action<string> log)
    {
        var options = new ProcessDeploymentOptions
        {
            Template = arguments.GetValue(Template)!.FullName,
            Parameters = (arguments.GetValue(Parameters) ?? [])
                .Select(pair => pair.Split('=', 2))
                .ToDictionary(pair => pair[0], pair => pair[1]),
            Crm = arguments.GetValue(Crm),
            CrmTrouble = Trouble(arguments),
            Values = PlaceholderOption.Values(arguments),
            Secrets = arguments.GetValue(Secrets) is { } secrets ? ConnectionSecrets.Read(secrets) : null,
            Functions = new FunctionOptions
            {
                Executable = arguments.GetValue(Executable) is { } file
                    ? new FunctionExecutable(file.FullName)
                    : FunctionExecutable.Default,
                Environment = arguments.GetValue(EnvironmentFile) is { } variables
                    ? ReadVariables(variables)
                    : new Dictionary<string, string>(),
                Log = log,
            },
        };
        return arguments.GetValue(Configuration) is { } folder ? options with { ConfigurationFolder = folder.FullName } : options;
    }

    private static Dictionary<string, string> ReadVariables(FileInfo file)
    {
        var source = JsonSource.Parse(File.ReadAllBytes(file.FullName));
        if (source.SyntaxProblem is { } problem)
        {
            var (line, column) = problem.Position;
            throw new JsonException($"{file.Name}:{line}:{column}: {problem.Message} {problem.Fix}");
        }

        return
            source.Root is { ValueKind: JsonValueKind.Object } json
            && json.TryGetProperty("Parameters", out var variables)
            && variables.ValueKind == JsonValueKind.Object
            ? variables.EnumerateObject().ToDictionary(variable => variable.Name, variable => variable.Value.ToString())
            : throw new JsonException($"{file.Name} must be {{\"Parameters\": {{…}}}}.");
    }

    private static void CheckPairs(OptionResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=') < 1))
        {
            result.AddError($"--parameter-overrides takes Name=Value, not \"{token.Value}\".");
        }
    }

    // An installed tool runs in any folder: the template that it was built with serves there.
    private static FileInfo DefaultTemplate() =>
        new FileInfo("template.yaml") is { Exists: true } here
            ? here
            : new FileInfo(Path.Combine(AppContext.BaseDirectory, "template.yaml"));
}
