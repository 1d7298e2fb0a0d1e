using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Flows.Compiling;
using Cxf.Flows.FlowTests;
using Cxf.Flows.Model;
using Cxf.Local.Deployment;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;
using Cxf.Local.Trials;
using Cxf.StatesLanguage.Service;

namespace Cxf.Local.Commands;

/// <summary><c>cxf try</c>: one step of a flow, with the real connection or with a stub.</summary>
internal static class TryCommand
{
    private static readonly Argument<string> Step = new("step") { Description = "The label of the step." };

    private static readonly Option<FlowReference?> Flow = new("--flow")
    {
        HelpName = "tenant/flow",
        Description = "The flow of the step.",
        Required = true,
        CustomParser = result => FlowReference.Read(result, needsFlow: true),
    };

    private static readonly Option<string?> Payload = CalledPayload.For(
        "The payload of the run, as JSON or in a file. Default: that of the first test that reaches the step."
    );

    private static readonly Option<string?> Variables = new("--variables")
    {
        HelpName = "JSON",
        Description =
            "What earlier steps have set, such as '{\"rest_api_1\": {\"status\": 200, \"body\": {}}}'. Default: what the test's "
            + "answers give.",
        Validators = { CheckVariables },
    };

    private static readonly Option<string?> Stub = new("--stub")
    {
        HelpName = "answer",
        Description =
            "Call nothing, and take this answer, in the words of a flow test: 200, '{\"status\": 201, \"body\": {\"id\": 7}}', "
            + "timeOut, ApiNotFound.",
    };

    private static readonly Option<bool> Full = new("--full") { Description = "Show personal data and long values, too." };

    /// <summary>The command.</summary>
    public static Command Create(Lines lines)
    {
        var command = new Command(
            "try",
            "Run one step of a flow, and show its request and its answer. It calls the third party, unless --stub answers."
        )
        {
            Step,
            Flow,
            Payload,
            Variables,
            Stub,
            FunctionCommandOptions.Crm,
            FunctionCommandOptions.CrmDown,
            FunctionCommandOptions.CrmSlow,
            Full,
            TargetOptions.Json,
        };
        foreach (var option in CalledConfiguration.Options)
        {
            command.Add(option);
        }

        command.Validators.Add(FunctionCommandOptions.CheckCrm);
        command.SetAction((arguments, cancellationToken) => RunAsync(lines, arguments, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Lines lines, ParseResult arguments, CancellationToken cancellationToken)
    {
        using var problems = new StringWriter();
        var trial = await TryAsync(new Lines(CallConsole.Create(problems)), arguments, cancellationToken);
        if (trial is null)
        {
            return TargetCommand.Refuse(lines, arguments, ExitCode.Usage, problems.ToString().Trim());
        }

        if (arguments.GetValue(TargetOptions.Json))
        {
            lines.WriteWhole(trial.Value.Printer.Json());
        }
        else
        {
            trial.Value.Printer.Print(lines);
        }

        return trial.Value.Succeeded ? ExitCode.Expected : ExitCode.ErrorBranch;
    }

    private static async Task<(StepTrialPrinter Printer, bool Succeeded)?> TryAsync(
        Lines problems,
        ParseResult arguments,
        CancellationToken cancellationToken
    )
    {
        var reference = arguments.GetValue(Flow)!;
        var crm = new LocalDeploymentOptions
        {
            Crm = arguments.GetValue(FunctionCommandOptions.Crm),
            CrmTrouble = FunctionCommandOptions.Trouble(arguments),
        };
        if (
            await CalledConfiguration.ReadAsync(arguments, crm, problems, cancellationToken) is not { } local
            || await FlowOfFolder.ReadAsync(reference, CalledConfiguration.Folder(arguments), problems, cancellationToken)
                is not { } document
        )
        {
            return null;
        }

        var flow = document.Reading.Flow!;
        var compiled = document.Compile(flow);
        if (
            StateOf(compiled, arguments.GetValue(Step)!, problems) is not { } state
            || SituationOf(document, flow, compiled, state, arguments, problems, cancellationToken) is not { } situation
        )
        {
            return null;
        }

        try
        {
            var personalData = new PersonalData(flow.Input.SensitiveNames()) { ShowsAll = arguments.GetValue(Full) };
            if (arguments.GetValue(Stub) is { } answer)
            {
                using var service = new StepFunctionsService();
                var stub = StepStub.Read(answer, state, document.Target, TimeProvider.System.GetUtcNow());
                var stubbed = await StepTrial.RunAsync(service, compiled, state, situation, stub, cancellationToken);
                return Result(stubbed, ConnectionUrls.Of(document.File).Find);
            }

            await using var deployment = await LocalDeployment.StartAsync(local, cancellationToken);
            if (state.Step is RunFlowStep)
            {
                await FlowPublishing.PublishAllAsync(deployment, [(reference.Tenant, reference.Flow!.Value)], cancellationToken);
            }

            var urls = await deployment.BaseUrlsAsync(cancellationToken);
            return Result(
                await StepTrial.RunAsync(deployment.StepFunctions, compiled, state, situation, null, cancellationToken),
                (tenant, connection) => urls.GetValueOrDefault((tenant, connection))
            );

            (StepTrialPrinter, bool) Result(StepTrial trial, Func<string, string, string?> baseUrl) =>
                (
                    new StepTrialPrinter(reference.ToString(), trial, baseUrl, personalData, arguments.GetValue(Full)),
                    trial.Result.Status == "SUCCEEDED"
                );
        }
        catch (ArgumentException refusal)
        {
            problems.Write($"--stub: {refusal.Message}");
            return null;
        }
        catch (StepFunctionsException refusal)
        {
            problems.Write($"The step {state.Name} cannot run alone: {refusal.Message}");
            return null;
        }
    }

    private static CompiledState? StateOf(CompiledFlow compiled, string label, Lines problems)
    {
        var state = compiled.States.FirstOrDefault(one => one.Name == label);
        var inner = compiled.States.Where(one => one.Owner == label).Select(one => one.Name).ToList();
        if (state is not null && inner.Count == 0)
        {
            return state;
        }

        problems.Write(
            state is null
                ? $"The flow has no step \"{label}\". Its steps are: "
                    + $"{string.Join(", ", compiled.States.Select(one => one.Name))}."
                : $"The step {label} contains other steps. Try one of them: {string.Join(", ", inner)}."
        );
        return null;
    }

    private static StepSituation? SituationOf(
        FlowDocument document,
        FlowDefinition flow,
        CompiledFlow compiled,
        CompiledState state,
        ParseResult arguments,
        Lines problems,
        CancellationToken cancellationToken
    )
    {
        var payload = CalledPayload.Of(arguments.GetValue(Payload));
        if (payload is { } given && flow.Input.Check(given).Problems is { Count: > 0 } refused)
        {
            problems.Write($"The flow does not accept this payload: {string.Join("; ", refused)}.");
            return null;
        }

        if (StepSituation.Of(document, flow, compiled, state, payload, cancellationToken) is not { } situation)
        {
            problems.Write("There is no example payload for this flow. Use --payload, or add a test.");
            return null;
        }

        foreach (var (name, value) in arguments.GetValue(Variables) is { } set ? JsonNode.Parse(set)!.AsObject() : [])
        {
            situation.Variables[name] = value?.DeepClone();
        }

        return situation;
    }

    private static void CheckVariables(OptionResult result)
    {
        try
        {
            if (JsonElement.Parse(result.GetValueOrDefault<string>()).ValueKind == JsonValueKind.Object)
            {
                return;
            }
        }
        catch (JsonException)
        {
            // The same message as for other values.
        }

        result.AddError("--variables takes a JSON object with the variables by their names, without the $.");
    }
}
