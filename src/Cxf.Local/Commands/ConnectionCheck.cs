using System.CommandLine;
using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;
using Cxf.Local.ApiImport;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;
using Cxf.Local.Stores;
using Cxf.OpenApi;

namespace Cxf.Local.Commands;

/// <summary>
/// <c>cxf connection check</c>: compares the stored description of a connection with a newer document, and says which flows of
/// which tenants break or change. It writes nothing.
/// </summary>
internal static class ConnectionCheck
{
    private static readonly Argument<string?> Source = new("document")
    {
        Description = "The newer document: a file or an https URL. Default: the URL that the description was imported from.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<TenantId?> Tenant = new("--tenant")
    {
        HelpName = "id",
        Description = "Check only the flows of this tenant. Default: of all tenants that have the connection.",
        CustomParser = ConnectionCommand.ReadTenant,
    };

    /// <summary>The command.</summary>
    public static Command Create(Lines lines)
    {
        var command = new Command("check", "Say which flows break or change with a newer document of an API. Nothing is written.")
        {
            ConnectionCommand.Connection,
            Source,
            Tenant,
            ConnectionCommand.Configuration,
            TargetOptions.Json,
        };
        command.SetAction((arguments, cancellationToken) => RunAsync(lines, arguments, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Lines lines, ParseResult arguments, CancellationToken cancellationToken)
    {
        var id = arguments.GetValue(ConnectionCommand.Connection)!.Value;
        var root = arguments.GetValue(ConnectionCommand.Configuration)?.ToString() ?? "";
        using var folder = new FolderConfigurationStore(root);
        var tenants = folder
            .Tenants()
            .Where(tenant => arguments.GetValue(Tenant) is not { } only || only == tenant)
            .Select(tenant => Path.Combine(root, "tenants", tenant.Value))
            .Where(tenant => File.Exists(DescriptionFiles.Of(tenant, id)))
            .ToList();
        if (tenants.Count == 0)
        {
            return TargetCommand.Refuse(
                lines,
                arguments,
                ExitCode.Refused,
                $"No tenant has a description for the connection \"{id}\". Import one: "
                    + DescriptionFiles.ImportCommand("TENANT", id.Value)
            );
        }

        var report = new DriftReport(id);
        foreach (var tenant in tenants)
        {
            if (await CheckAsync(report, tenant, arguments.GetValue(Source), cancellationToken) is { } problem)
            {
                return TargetCommand.Refuse(lines, arguments, ExitCode.Refused, problem);
            }
        }

        if (arguments.GetValue(TargetOptions.Json))
        {
            lines.WriteWhole(report.ToJson().ToJsonString(JsonFiles.Compact));
        }
        else
        {
            report.Print(lines);
        }

        return report.Breaks ? ExitCode.Problems : ExitCode.Clean;
    }

    private static async Task<string?> CheckAsync(
        DriftReport report,
        string tenantFolder,
        string? source,
        CancellationToken cancellationToken
    )
    {
        var (stored, unread) = await StoredDescription.ReadAsync(tenantFolder, report.Connection, cancellationToken);
        if (stored is null)
        {
            return unread;
        }

        if (source is null && !stored.From.Contains("://", StringComparison.Ordinal))
        {
            return $"The description was imported from the file {stored.From}. Name the newer document: cxf connection check "
                + $"{report.Connection} FILE";
        }

        var read = await DocumentSource.ReadAsync(source ?? stored.From, cancellationToken);
        if (read.Problem is { } problem)
        {
            return problem;
        }

        var result = OpenApiImport.Read(
            read.Bytes,
            new ImportOptions
            {
                From = read.From,
                BaseUrl = (await TenantConnections.FindAsync(tenantFolder, report.Connection, cancellationToken))?.BaseUrl,
            }
        );
        if (result.Description is not { } description || ApiDescription.Read(description, out _) is not { } newer)
        {
            return string.Join(' ', result.Problems.Select(one => $"{read.From}: {one.Message} {one.Fix}"));
        }

        await report.AddAsync(tenantFolder, stored, newer, cancellationToken);
        return null;
    }
}
