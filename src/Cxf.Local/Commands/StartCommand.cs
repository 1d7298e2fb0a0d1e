using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Local.Deployment;
using Cxf.Local.Emulators.Lambda;
using Cxf.Local.Output;
using Cxf.Local.Publishing;
using Cxf.Local.Stores;
using Cxf.Local.Templates;

namespace Cxf.Local.Commands;

/// <summary>
/// <c>cxf start</c>: Lambda, Step Functions and tables on loopback until it is stopped, as <c>sam local start-lambda</c> does it,
/// without Docker.
/// </summary>
internal static class StartCommand
{
    private static readonly Option<int> Port = new("--port")
    {
        Description = "Lambda's port. The tables use the next port, and Step Functions the one after it. 0 chooses free ports.",
        // sam local start-lambda listens here too.
        DefaultValueFactory = _ => StageAddress.DefaultPort,
        CustomParser = WholeNumber.Read,
    };

    /// <summary>The command.</summary>
    public static Command Create(Lines lines)
    {
        var command = new Command("start", "Serve the functions of template.yaml to AWS SDKs on this machine, until Ctrl+C.")
        {
            Port,
        }
            .WithRetention()
            .WithFunctions();
        command.Add(TargetOptions.Json);
        command.SetAction((arguments, cancellationToken) => RunAsync(lines, arguments, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Lines lines, ParseResult arguments, CancellationToken cancellationToken)
    {
        var asJson = arguments.GetValue(TargetOptions.Json);
        var log = new SwitchedLog(asJson ? arguments.InvocationConfiguration.Error.WriteLine : lines.WriteWhole);
        var port = arguments.GetValue(Port);
        if (await CalledConfiguration.ProblemAsync(arguments, cancellationToken) is { } problem)
        {
            return TargetCommand.Refuse(lines, arguments, ExitCode.Usage, problem);
        }

        try
        {
            await using var endpoint = await LambdaEndpoint.StartAsync(null, port, cancellationToken);
            var read = FunctionCommandOptions.Read(arguments, log.Write);
            var options = read with
            {
                Parameters = WithData(read.Parameters),
                Lambda = endpoint.Address,
                Retention = RetentionOptions.Read(arguments),
                TablesPort = port == 0 ? 0 : port + 1,
                StepFunctionsPort = port == 0 ? 0 : port + 2,
            };
            await using var deployment = await ProcessDeployment.StartAsync(options, cancellationToken);
            endpoint.Lambda = deployment.Lambda;
            var published = await deployment.PublishAsync(cancellationToken);
            log.IsOn = true;
            if (asJson)
            {
                lines.WriteWhole(Json(endpoint, deployment, published));
                await WaitAsync(cancellationToken);
                return ExitCode.Expected;
            }

            foreach (var flow in published)
            {
                lines.Write($"Flow            {flow.Tenant}/{flow.Flow}: {flow.Message}");
                foreach (var diagnostic in flow.IsLive ? [] : flow.Diagnostics)
                {
                    lines.Write($"                {diagnostic}");
                }
            }

            lines.Write($"Lambda          {endpoint.Address}");
            lines.Write($"Tables          {deployment.TablesAddress}");
            lines.Write($"Step Functions  {deployment.StepFunctionsAddress}");
            lines.Write($"Logs            {deployment.StepFunctionsAddress}");
            lines.WriteWhole(
                $"cxf runs --stage {LocalDeployment.Stage} --endpoint {deployment.TablesAddress} "
                    + $"--step-functions {deployment.StepFunctionsAddress}"
            );
            lines.WriteWhole(
                $"aws lambda invoke --endpoint-url {endpoint.Address} --function-name ExecuteFlowFunction --payload "
                    + "fileb://event.json answer.json"
            );
            await WaitAsync(cancellationToken);
            return ExitCode.Expected;
        }
        catch (Exception exception) when (exception is TemplateException or JsonException or IOException)
        {
            return TargetCommand.Refuse(lines, arguments, ExitCode.Usage, exception.Message);
        }
    }

    // What is logged here stays on this machine, and a run without its data cannot be replayed.
    private static Dictionary<string, string> WithData(IReadOnlyDictionary<string, string> given)
    {
        var parameters = new Dictionary<string, string>(given);
        parameters.TryAdd("LogExecutionData", "true");
        return parameters;
    }

    private static string Json(LambdaEndpoint endpoint, ProcessDeployment deployment, IEnumerable<PublishedFlow> published) =>
        new JsonObject
        {
            ["lambda"] = endpoint.Address.ToString(),
            ["tables"] = deployment.TablesAddress.ToString(),
            ["stepFunctions"] = deployment.StepFunctionsAddress.ToString(),
            ["logs"] = deployment.StepFunctionsAddress.ToString(),
            ["flows"] = new JsonArray([.. published.Select(flow => flow.ToJson())]),
        }.ToJsonString(JsonFiles.Compact);

    private static async Task WaitAsync(CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource();
        await using var registration = cancellationToken.Register(stopped.SetResult);
        await stopped.Task;
    }
}
