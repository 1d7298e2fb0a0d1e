using System.Collections.Concurrent;
using System.CommandLine;
using System.CommandLine.Parsing;
using Cxf.ContactFlows;
using Cxf.ContactFlows.Simulation;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Local.Deployment;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;

namespace Cxf.Local.Commands;

/// <summary>
/// The contact flow that <c>cxf call</c> walks: the sample, or one of the user's own with its functions and modules.
/// </summary>
/// <param name="flow">The flow.</param>
/// <param name="modules">The modules that it may invoke.</param>
/// <param name="functions">The replacement for the function of each ARN: a local function, or a file with its answer.</param>
internal sealed class CalledContactFlow(
    ContactFlow flow,
    IReadOnlyDictionary<string, ContactFlow> modules,
    IReadOnlyDictionary<string, IReadOnlyList<string>> functions
)
{
    private const string InvokeLambda = "InvokeLambdaFunction";
    private static readonly FlowReference SampleFlow = FlowReference.Parse("acme/create_lead", needsFlow: true)!;

    // The sample CRM has no description: the stub calls the first sample that has one.
    private static readonly FlowReference StubbedSampleFlow = FlowReference.Parse("cedar/new_lead", needsFlow: true)!;

    private readonly ConcurrentDictionary<string, int> _calls = new();

    private static readonly string[] LocalFunctions = ["ExecuteFlow", "GetFlowResult", "CallApi", "PublishFlow"];

    private static readonly Option<FileInfo> File = new Option<FileInfo>("--contact-flow")
    {
        HelpName = "file",
        Description = "Your contact flow, as Amazon Connect exports it. Default: the sample.",
    }.AcceptExistingFile();

    private static readonly Option<FlowReference?> Called = new("--flow")
    {
        HelpName = "tenant/flow",
        Description = "The flow to call, tenant/flow, through the contact flow that cxf connect export writes for it on key 5.",
        CustomParser = result => FlowReference.Read(result, needsFlow: true),
        Validators = { CheckAlone },
    };

    private static readonly Option<string[]> Lambda = new("--lambda")
    {
        HelpName = "ARN=function",
        Description =
            "A replacement for a function of the contact flow: a local function (ARN=ExecuteFlow) or a file with its "
            + "answer (ARN=answer.json). Repeat it for several answers in order.",
        Validators = { CheckLambdas },
    };

    private static readonly Option<string[]> Module = new("--module")
    {
        HelpName = "ID=FILE",
        Description = "A flow module that the contact flow invokes: ID=FILE.",
        Validators = { CheckModules },
    };

    /// <summary>The options that say which.</summary>
    public static IEnumerable<Option> Options => [File, Called, CalledPayload.Option, Lambda, Module];

    /// <summary>The flow to walk.</summary>
    public ContactFlow Flow => flow;

    /// <summary>The modules that it may invoke, by their ids.</summary>
    public IReadOnlyDictionary<string, ContactFlow> Modules => modules;

    /// <summary>What Amazon Connect would say of the flow and its modules.</summary>
    public ContactFlowVerdict Verdict { get; private init; } = ContactFlowVerdict.Accepted;

    /// <summary>Whether a block names the flow that it requests, or its tenant, only at run time.</summary>
    public bool NamesFlowsAtRunTime =>
        Requests.Any(sent => !TenantId.TryParse(sent.Tenant, out _) || !FlowId.TryParse(sent.Flow, out _));

    /// <summary>Whether a block of it requests this flow, <c>tenant/flow</c>, by its name.</summary>
    public bool Runs(string name) => Requests.Any(sent => name == $"{sent.Tenant}/{sent.Flow}");

    /// <summary>Those of some flows that blocks of it request by their names.</summary>
    public IReadOnlyList<(TenantId Tenant, FlowId Flow)> Requested(IEnumerable<(TenantId Tenant, FlowId Flow)> flows) =>
        [.. flows.Where(one => Runs($"{one.Tenant}/{one.Flow}"))];

    // Of a block without a tenant, the Connect instance decides.
    private IEnumerable<(string? Tenant, string Flow)> Requests =>
        from action in modules.Values.Prepend(flow).SelectMany(one => one.Actions)
        where action.Type == InvokeLambda
        let sent = action.Members("LambdaInvocationAttributes").ToDictionary(sent => sent.Name, sent => sent.Value.ToString())
        where sent.ContainsKey("flowId")
        select (sent.GetValueOrDefault("tenantId"), sent["flowId"]);

    /// <summary>The flow that it was written for; null for a contact flow of the user's own.</summary>
    public FlowReference? Exported { get; private init; }

    /// <summary>The payload that it sends instead of asking the caller; null if it asks.</summary>
    public CalledPayload? Payload { get; private init; }

    /// <summary>One line that shows the payload; null without one.</summary>
    public string? PayloadLine { get; private init; }

    /// <summary>Reads what the arguments name; null with all problems printed when it cannot be walked.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="keysAreGiven">Whether they say what the caller presses.</param>
    /// <param name="lines">For the problems.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<CalledContactFlow?> ReadAsync(
        ParseResult arguments,
        bool keysAreGiven,
        Lines lines,
        CancellationToken cancellationToken
    )
    {
        if (arguments.GetValue(File) is not { } file)
        {
            return await ReadFlowAsync(arguments, keysAreGiven, lines, cancellationToken);
        }

        var functions = Pairs(arguments.GetValue(Lambda))
            .GroupBy(pair => pair.Name)
            .ToDictionary(
                group => group.Key,
                IReadOnlyList<string> (group) => [.. group.Select(pair => Replacement(pair.Value))]
            );
        var verdict = ContactFlowVerdict.Accepted;
        var modules = new Dictionary<string, ContactFlow?>();
        foreach (var (id, path) in Pairs(arguments.GetValue(Module)))
        {
            var contract = await ReadContractAsync(path, lines, cancellationToken);
            modules[id] = Read(path, bytes => ContactFlowReader.ReadModule(bytes, contract));
        }

        var known = modules.Where(one => one.Value is not null).ToDictionary(one => one.Key, one => one.Value!);
        var flow = Read(file.FullName, bytes => ContactFlowReader.Read(bytes, known));
        return flow is not null && known.Count == modules.Count
            ? new CalledContactFlow(flow, known, functions) { Verdict = verdict }
            : null;

        ContactFlow? Read(string path, Func<byte[], ContactFlowReading> read)
        {
            var reading = read(System.IO.File.ReadAllBytes(path));
            var diagnostics = reading.Diagnostics.Where(one => !CallContext.Answers(arguments, reading.Flow, one)).ToList();
            ContactFlowVerdict.Print(path, diagnostics, lines);
            verdict = verdict.And(ContactFlowVerdict.Of(diagnostics));
            return HasFunctions(path, reading.Flow, functions, lines) ? reading.Flow : null;
        }
    }

    // The contract is beside the module, if it is known.
    private static async Task<ModuleContract?> ReadContractAsync(string module, Lines lines, CancellationToken cancellationToken)
    {
        if (ModuleFile.SettingsOf(module) is not { } settings)
        {
            return null;
        }

        var (contract, diagnostics) = ModuleFile.ReadSettings(await DocumentFile.ReadAsync(settings, cancellationToken));
        foreach (var diagnostic in diagnostics)
        {
            lines.Write($"{settings}: {diagnostic.Message} {diagnostic.Fix}");
        }

        return contract;
    }

    private static async Task<CalledContactFlow?> ReadFlowAsync(
        ParseResult arguments,
        bool keysAreGiven,
        Lines lines,
        CancellationToken cancellationToken
    )
    {
        var payload = CalledPayload.Given(arguments);
        var none = new Dictionary<string, ContactFlow>();
        var noFunctions = new Dictionary<string, IReadOnlyList<string>>();
        if (arguments.GetValue(Called) is not { } reference)
        {
            var isSample = arguments.GetValue(FunctionCommandOptions.Configuration) is null;
            reference = CalledStub.IsOn(arguments) && isSample ? StubbedSampleFlow : SampleFlow;
            if (payload is null && reference == SampleFlow)
            {
                var sample = SampleContactFlow.Read(
                    LocalDeployment.ExecuteFlowArn,
                    LocalDeployment.FunctionArn("GetFlowResult"),
                    SampleFlow.Tenant.Value,
                    SampleFlow.Flow!.Value.Value
                );
                return new CalledContactFlow(sample, none, noFunctions) { Exported = SampleFlow };
            }
        }

        return
            await ExportedContactFlow.ReadAsync(
                reference,
                CalledConfiguration.Folder(arguments),
                payload,
                keysAreGiven,
                lines,
                cancellationToken
            )
                is { } exported
            ? new CalledContactFlow(exported.ContactFlow, none, noFunctions)
            {
                Exported = reference,
                Payload = exported.Payload,
                PayloadLine = exported.Payload?.Show(exported.Flow),
            }
            : null;
    }

    /// <summary>Invokes the replacement for a function of the contact flow.</summary>
    public InvokeFunction Invoking(LocalFunctions deployed) =>
        async (functionArn, eventJson, limit, cancellationToken) =>
            Next(functionArn) is var replacement && Path.IsPathRooted(replacement)
                ? new FunctionAnswer(await System.IO.File.ReadAllBytesAsync(replacement, cancellationToken))
                : await deployed.InvokeForContactAsync(replacement, eventJson, limit, cancellationToken);

    /// <summary>The replacements of a function one after another; the last one stays.</summary>
    private string Next(string functionArn)
    {
        if (!functions.TryGetValue(functionArn, out var replacements))
        {
            return functionArn;
        }

        var call = _calls.AddOrUpdate(functionArn, 0, (_, before) => before + 1);
        return replacements[Math.Min(call, replacements.Count - 1)];
    }

    private static string Replacement(string text) =>
        LocalFunctions.Contains(text) ? LocalDeployment.FunctionArn(text) : Path.GetFullPath(text);

    /// <summary>Reports the functions of the flow that nothing replaces.</summary>
    private static bool HasFunctions(
        string path,
        ContactFlow? flow,
        Dictionary<string, IReadOnlyList<string>> functions,
        Lines lines
    )
    {
        var unknown = (flow?.Actions ?? []).Where(action => action.Type == InvokeLambda && !IsKnown(action, functions)).ToList();
        foreach (var action in unknown)
        {
            var arn = action.Text("LambdaFunctionARN") ?? "";
            var likely =
                LocalFunctions.FirstOrDefault(name => arn.Contains(name, StringComparison.OrdinalIgnoreCase))
                ?? LocalFunctions[0];
            lines.Write(
                $"{path}: {action.Pointer}/Parameters/LambdaFunctionARN ({action.Identifier}): no local function replaces "
                    + $"{arn}. Add --lambda {arn}={likely}, or use a file with its answer: --lambda {arn}=answer.json."
            );
        }

        return unknown.Count == 0;
    }

    // An ARN that the call itself gives is known only then.
    private static bool IsKnown(ContactFlowAction action, Dictionary<string, IReadOnlyList<string>> functions) =>
        action.Text("LambdaFunctionARN") is not { } arn
        || action.IsReference("LambdaFunctionARN")
        || functions.ContainsKey(arn)
        || LocalFunctions.Any(name => arn == LocalDeployment.FunctionArn(name));

    // An ARN contains no equals sign, but a path may.
    private static IEnumerable<(string Name, string Value)> Pairs(string[]? texts) =>
        (texts ?? []).Select(text => text.Split('=', 2)).Select(parts => (parts[0], parts[1]));

    private static void CheckAlone(OptionResult result)
    {
        if (result.Parent is CommandResult command && command.GetResult(File) is not null)
        {
            result.AddError("Use either --flow or --contact-flow: a contact flow already names the flow that it runs.");
        }
    }

    /// <summary>Reports options that contradict each other, and those that are about a contact flow that is not given.</summary>
    public static void CheckTogether(CommandResult result)
    {
        foreach (var option in (Option[])[Lambda, Module])
        {
            if (result.GetResult(File) is null && result.GetResult(option) is not null)
            {
                result.AddError($"{option.Name} is about your own contact flow: add --contact-flow.");
            }
        }

        if (result.GetResult(File) is not null && result.GetResult(CalledPayload.Option) is not null)
        {
            result.AddError(
                "--payload cannot be combined with --contact-flow: a contact flow decides what it sends. Use --attribute for the "
                    + "values that it reads."
            );
        }
    }

    private static void CheckLambdas(OptionResult result)
    {
        foreach (
            var text in result
                .Tokens.Select(token => token.Value)
                .Where(text =>
                    text.Split('=', 2) is not [_, var name] || !(LocalFunctions.Contains(name) || System.IO.File.Exists(name))
                )
        )
        {
            result.AddError(
                $"--lambda takes ARN=function (one of {string.Join(", ", LocalFunctions)}) or ARN=file (an existing "
                    + $"file), not \"{text}\"."
            );
        }
    }

    private static void CheckModules(OptionResult result)
    {
        foreach (
            var text in result
                .Tokens.Select(token => token.Value)
                .Where(text => text.Split('=', 2) is not [_, var path] || !System.IO.File.Exists(path))
        )
        {
            result.AddError($"--module takes ID=FILE (an existing file), not \"{text}\".");
        }
    }
}
