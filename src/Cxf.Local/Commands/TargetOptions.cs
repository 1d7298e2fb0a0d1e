using System.CommandLine;
using System.CommandLine.Parsing;
using Cxf.Documents.Identifiers;
using Cxf.Local.AwsServices;
using Cxf.Local.Deployment;
using Cxf.Local.Publishing;

namespace Cxf.Local.Commands;

/// <summary>Which deployment a command is about: a folder of files, or one on AWS by its stage.</summary>
internal static class TargetOptions
{
    private const string DefaultFolder = ".cxf";
    private const string DefaultStage = "dev";
    private const int DefaultWaitSeconds = 60;
    private const string StepFunctionsVariable = "AWS_ENDPOINT_URL_SFN";

    public static Option<bool> Json { get; } = FlowCommandOptions.Json;

    private static readonly Option<DirectoryInfo> Folder = new("--folder")
    {
        Description = $"The folder of a deployment in files. Default: {DefaultFolder}.",
    };

    private static readonly Option<string> StageOption = new("--stage")
    {
        Description = $"The stage of a deployment on AWS. Default with --table or --endpoint: {DefaultStage}.",
        Validators = { CheckStage },
    };

    private static readonly Option<string> Table = new("--table")
    {
        Description = "The configuration table of the deployment. Default: cxf-<stage>-config.",
    };

    private static readonly Option<Uri> Endpoint = new("--endpoint")
    {
        HelpName = "url",
        Description = "The address of DynamoDB, if it is not that of the region: for example the address that cxf start prints.",
        CustomParser = UrlArgument.Read,
    };

    private static readonly Option<Uri> StepFunctionsEndpoint = new("--step-functions")
    {
        HelpName = "url",
        Description =
            $"The address of Step Functions, if it is not that of the region: for example the address that cxf start prints. "
            + $"Default: the variable {StepFunctionsVariable}.",
        CustomParser = UrlArgument.Read,
    };

    private static readonly Option<Uri> Logs = new("--logs")
    {
        HelpName = "url",
        Description = "The address of CloudWatch Logs. Default: that of Step Functions on this machine, else the region's.",
        CustomParser = UrlArgument.Read,
    };

    private static readonly Option<Uri> LambdaEndpoint = new("--lambda")
    {
        HelpName = "url",
        Description = "The address of Lambda, if it is not that of the region: for example the address that cxf start prints.",
        CustomParser = UrlArgument.Read,
    };

    private static readonly Option<string> Region = new("--region")
    {
        Description = "The AWS region. Default: the region that the AWS CLI uses.",
    };

    private static readonly Option<int> Wait = new("--wait")
    {
        HelpName = "seconds",
        Description = "How many seconds to wait for PublishFlow's answer.",
        DefaultValueFactory = _ => DefaultWaitSeconds,
        CustomParser = WholeNumber.Read,
    };

    /// <summary>Adds the options to a command that asks PublishFlow.</summary>
    public static Command WithTarget(this Command command)
    {
        command.Add(Wait);
        return command.WithDeployment();
    }

    /// <summary>Adds the options to a command that only looks.</summary>
    public static Command WithDeployment(this Command command)
    {
        foreach (Option option in (Option[])[Folder, StageOption, Table, Endpoint, Region, Json])
        {
            command.Add(option);
        }

        command.Validators.Add(CheckTogether);
        return command;
    }

    /// <summary>Adds the options to a command that looks at a deployment's services, too.</summary>
    public static Command WithServices(this Command command)
    {
        command.Add(StepFunctionsEndpoint);
        command.Add(LambdaEndpoint);
        return command.WithDeployment();
    }

    /// <summary>Adds the options to a command about runs, which only a deployment on AWS or <c>cxf start</c> has.</summary>
    public static Command WithRuns(this Command command)
    {
        command.WithStage().Add(Json);
        return command;
    }

    /// <summary>Adds the options that name a deployment on AWS or <c>cxf start</c>.</summary>
    public static Command WithStage(this Command command)
    {
        foreach (Option option in (Option[])[StageOption, Table, Endpoint, StepFunctionsEndpoint, Logs, Region])
        {
            command.Add(option);
        }

        command.Validators.Add(CheckStepFunctions);
        return command;
    }

    /// <summary>Adds the addresses that a command on a deployment needs only for its runs.</summary>
    public static Command WithRunAddresses(this Command command)
    {
        command.Add(StepFunctionsEndpoint);
        command.Add(Logs);
        return command;
    }

    /// <summary>The services of the deployment on AWS, or of <c>cxf start</c>, that the arguments name.</summary>
    public static DeploymentServices OpenServices(ParseResult arguments) => Stage(arguments).OpenServices();

    /// <summary>The deployment that the arguments name; null if they name none.</summary>
    public static StageAddress? StageOrNone(ParseResult arguments) => IsOnAws(arguments.CommandResult) ? Stage(arguments) : null;

    /// <summary>The same for a command that also takes a folder, which has no services: null.</summary>
    public static DeploymentServices? OpenServicesOrNone(ParseResult arguments) =>
        IsOnAws(arguments.CommandResult) ? OpenServices(arguments) : null;

    /// <summary>Whether the arguments name a deployment whose Step Functions are known.</summary>
    public static bool HasStepFunctions(CommandResult result) =>
        IsOnAws(result)
        && (
            result.GetValue(Endpoint) is not { IsLoopback: true }
            || StepFunctionsAddress(result.GetValue(StepFunctionsEndpoint)) is not null
        );

    /// <summary>Whether the arguments name a deployment whose Lambda is known.</summary>
    public static bool HasLambda(CommandResult result) =>
        IsOnAws(result)
        && (result.GetValue(Endpoint) is not { IsLoopback: true } || result.GetResult(LambdaEndpoint) is not null);

    /// <summary>Whether the arguments name a deployment.</summary>
    public static bool IsNamed(CommandResult result) => result.GetResult(Folder) is not null || IsOnAws(result);

    /// <summary>The deployment that the arguments name.</summary>
    public static IPublishTarget Open(ParseResult arguments)
    {
        if (!IsOnAws(arguments.CommandResult))
        {
            return new FolderTarget(arguments.GetValue(Folder)?.FullName ?? Path.GetFullPath(DefaultFolder));
        }

        return Stage(arguments).OpenTarget(TimeSpan.FromSeconds(arguments.GetValue(Wait)));
    }

    private static StageAddress Stage(ParseResult arguments)
    {
        var stage = StageName.Parse(arguments.GetValue(StageOption) ?? DefaultStage);
        var stepFunctions = StepFunctionsAddress(arguments.GetValue(StepFunctionsEndpoint));
        return new StageAddress(
            stage,
            arguments.GetValue(Table) ?? StageAddress.TableOf(stage),
            arguments.GetValue(Region),
            new ServiceEndpoints(arguments.GetValue(Endpoint), stepFunctions) { Others = Others(arguments, stepFunctions) }
        );
    }

    private static Dictionary<AwsService, Uri> Others(ParseResult arguments, Uri? stepFunctions)
    {
        var others = new Dictionary<AwsService, Uri>();
        var local = stepFunctions is { IsLoopback: true } ? stepFunctions : null;
        if ((arguments.GetValue(Logs) ?? local) is { } logs)
        {
            others[AwsService.CloudWatchLogs] = logs;
        }

        if (arguments.GetValue(LambdaEndpoint) is { } lambda)
        {
            others[AwsService.Lambda] = lambda;
        }

        return others;
    }

    private static bool IsOnAws(CommandResult result) =>
        result.GetResult(StageOption) is not null
        || result.GetResult(Table) is not null
        || result.GetResult(Endpoint) is not null;

    private static void CheckTogether(CommandResult result)
    {
        if (result.GetResult(Folder) is not null && IsOnAws(result))
        {
            result.AddError("--folder names a deployment in files; --stage, --table and --endpoint name one on AWS.");
        }
    }

    private static void CheckStepFunctions(CommandResult result)
    {
        if (
            result.GetValue(Endpoint) is { IsLoopback: true }
            && StepFunctionsAddress(result.GetValue(StepFunctionsEndpoint)) is null
        )
        {
            result.AddError(
                "--endpoint names tables on this machine. Name their Step Functions, too, with --step-functions; "
                    + "cxf start prints the address."
            );
        }
    }

    private static void CheckStage(OptionResult result)
    {
        if (!StageName.TryParse(result.GetValueOrDefault<string>(), out _))
        {
            result.AddError("--stage must be 1 to 12 of a-z 0-9.");
        }
    }

    // The SDK reads the variable, too. Here it also decides that a service on this machine needs no credentials.
    private static Uri? StepFunctionsAddress(Uri? given) =>
        given
        ?? (Uri.TryCreate(Environment.GetEnvironmentVariable(StepFunctionsVariable), UriKind.Absolute, out var set) ? set : null);
}
