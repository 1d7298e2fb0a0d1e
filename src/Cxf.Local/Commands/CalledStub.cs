using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;
using Cxf.Local.Explanations;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;
using Cxf.Local.Stores;
using Cxf.Local.Stubs;

namespace Cxf.Local.Commands;

/// <summary>
/// <c>--stub</c>: calls go to a server on this machine that is made of the descriptions of the connections, with faults on
/// demand.
/// </summary>
internal static class CalledStub
{
    private static readonly Option<bool> Stub = new("--stub")
    {
        Description =
            "Call no third party: a server on this machine answers as the imported descriptions of the connections say, and "
            + "compares each request with them. It needs no secrets. The sample is then cedar/new_lead.",
    };

    private static readonly Option<string[]> Fault = new("--fault")
    {
        HelpName = "connection[.operation]=fault",
        Description =
            "With --stub: a fault of a connection or of one of its operations: a status from 400 to 599, timeout or reset. "
            + "crm.createLead=503*2 gives the first two requests a 503, and then right answers. Repeat it for several faults.",
    };

    private static readonly Option<int?> Seed = new("--seed")
    {
        HelpName = "number",
        Description =
            "With --stub: what the answers depend on. The same seed makes the same answers, with members left out and empty "
            + "lists. Default: the examples of the descriptions, with all members.",
    };

    /// <summary>The options that say it.</summary>
    public static IEnumerable<Option> Options => [Stub, Fault, Seed];

    /// <summary>Whether calls go to a stub.</summary>
    public static bool IsOn(ParseResult arguments) => arguments.GetValue(Stub);

    /// <summary>Reports options that contradict each other.</summary>
    public static void CheckTogether(CommandResult result)
    {
        if (!result.GetValue(Stub))
        {
            foreach (var option in (Option[])[Fault, Seed])
            {
                if (result.GetResult(option) is not null)
                {
                    result.AddError($"{option.Name} is about the stub: add --stub.");
                }
            }

            return;
        }

        foreach (
            var option in (Option[])
                [
                    FunctionCommandOptions.Crm,
                    FunctionCommandOptions.CrmDown,
                    FunctionCommandOptions.CrmSlow,
                    FunctionCommandOptions.Secrets,
                ]
        )
        {
            if (result.GetResult(option) is { Implicit: false })
            {
                result.AddError(
                    $"{option.Name} has no effect with --stub, which answers for every connection and needs no secrets: leave "
                        + "out one of the two."
                );
            }
        }
    }

    /// <summary>Reads what the stub answers; null with all problems printed if that is not possible.</summary>
    /// <param name="arguments">The arguments, which say that there is a stub.</param>
    /// <param name="contactFlow">The contact flow, whose flows need descriptions.</param>
    /// <param name="lines">For the problems.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<StubOptions?> ReadAsync(
        ParseResult arguments,
        CalledContactFlow contactFlow,
        Lines lines,
        CancellationToken cancellationToken
    )
    {
        var folder = CalledConfiguration.Folder(arguments);
        using var store = new FolderConfigurationStore(folder);
        var problems = new List<string>();
        var apis = new List<StubApi>();
        foreach (var tenant in store.Tenants())
        {
            apis.AddRange(await ApisAsync(Path.Combine(folder, "tenants", tenant.Value), tenant, cancellationToken));
        }

        await CheckCalledAsync(store, contactFlow, apis, problems, cancellationToken);
        var faults = StubFaultReading.Read(arguments.GetValue(Fault) ?? [], apis, out var wrong);
        problems.AddRange(wrong.Select(problem => $"error {CommandCodes.Fault} --fault {problem}"));
        problems.ForEach(lines.Write);
        return problems.Count > 0 ? null : new StubOptions(apis) { Faults = faults, Seed = arguments.GetValue(Seed) };
    }

    // A description that cannot be read was refused with the other documents of the folder.
    private static async Task<IEnumerable<StubApi>> ApisAsync(
        string tenantFolder,
        TenantId tenant,
        CancellationToken cancellationToken
    )
    {
        var connections = await TenantConnections.ReadAsync(tenantFolder, tenant, cancellationToken);
        return connections.SetNames.Select(one => new StubApi(
            tenant,
            one.Key,
            connections.Descriptions.GetValueOrDefault(one.Key),
            one.Value
        ));
    }

    // Flows that the contact flow names only when it runs cannot be looked at before: the stub says then what it lacks.
    private static async Task CheckCalledAsync(
        FolderConfigurationStore store,
        CalledContactFlow contactFlow,
        List<StubApi> apis,
        List<string> problems,
        CancellationToken cancellationToken
    )
    {
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        var waves = await FlowOrder.WavesAsync(store, contactFlow.Requested(store.Drafts()), cancellationToken);
        foreach (var (tenant, flow) in waves.SelectMany(wave => wave))
        {
            var draft = (await store.FindDraftAsync(tenant, flow, cancellationToken))!;
            var named = CalledConnections.In(JsonSource.Parse(Encoding.UTF8.GetBytes(draft.Document)).Root);
            missing.UnionWith(
                named
                    .Select(id => apis.Find(one => one.Tenant == tenant && one.Connection == id))
                    .OfType<StubApi>()
                    .Where(api => api.Description is null)
                    .Select(api => $"error {CommandCodes.NotDescribed} {tenant}/{flow}: {api.NotDescribed}")
            );
        }

        problems.AddRange(missing);
    }
}
