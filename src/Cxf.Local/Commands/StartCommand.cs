using System.CommandLine;
using System.Text.Json;
using Cxf.Local.Deployment;
using Cxf.Local.Emulators.Lambda;
using Cxf.Local.Output;
using Cxf.Local.Templates;
using Spectre.Console;

namespace Cxf.Local.Commands;

/// <summary>
/// <c>cxf start</c>: Lambda, Step Functions and tables on loopback until it is stopped, as <c>sam local start-lambda</c> does it,
/// without Docker.
/// </summary>
internal static class StartCommand
{
    // sam local start-lambda listens here too.
    private const int DefaultPort = 3001;

    private static readonly Option<int> Port = new("--port")
    {
        Description = "Lambda's port. The tables use the next port, and Step Functions the one after it. 0 chooses free ports.",
        DefaultValueFactory = _ => DefaultPort,
        CustomParser = WholeNumber.Read,
    };

    /// <summary>The command, printing to a console.</summary>
    public static Command Create(IAnsiConsole console)
    {
        var command = new Command("start", "Serve the functions of template.yaml to AWS SDKs on this machine, until Ctrl+C.")
        {
            Port,
        }.WithFunctions();
        command.SetAction((arguments, cancellationToken) => RunAsync(console, arguments, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole console, ParseResult arguments, CancellationToken cancellationToken)
    {
        // To the writer itself: a console breaks long lines, and each line of the log is one for programs too.
        var log = new SwitchedLog(console.Profile.Out.Writer.WriteLine);
        var port = arguments.GetValue(Port);
        try
        {
            await using var endpoint = await LambdaEndpoint.StartAsync(null, port, cancellationToken);
            var options = FunctionCommandOptions.Read(arguments, log.Write) with
            {
                Lambda = endpoint.Address,
                TablesPort = port == 0 ? 0 : port + 1,
                StepFunctionsPort = port == 0 ? 0 : port + 2,
            };
            await using var deployment = await ProcessDeployment.StartAsync(options, cancellationToken);
            endpoint.Lambda = deployment.Lambda;
            foreach (var flow in await deployment.PublishAsync(cancellationToken))
            {
                console.WriteLine($"Flow            {flow.Tenant}/{flow.Flow}: {flow.Message}");
                foreach (var diagnostic in flow.IsLive ? [] : flow.Diagnostics)
                {
                    console.WriteLine($"                {diagnostic}");
                }
            }

            log.IsOn = true;
            console.WriteLine($"Lambda          {endpoint.Address}");
            console.WriteLine($"Tables          {deployment.TablesAddress}");
            console.WriteLine($"Step Functions  {deployment.StepFunctionsAddress}");
            await console.Profile.Out.Writer.WriteLineAsync(
                $"aws lambda invoke --endpoint-url {endpoint.Address} --function-name ExecuteFlowFunction --payload "
                    + "fileb://event.json answer.json"
            );
            await WaitAsync(cancellationToken);
            return ExitCode.Expected;
        }
        catch (Exception exception) when (exception is TemplateException or JsonException or IOException)
        {
            console.WriteLine(exception.Message);
            return ExitCode.Usage;
        }
    }

    private static async Task WaitAsync(CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource();
        await using var registration = cancellationToken.Register(stopped.SetResult);
        await stopped.Task;
    }
}
