using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;
using Cxf.Local.Stores;

namespace Cxf.Local.FlowDocuments;

/// <summary>
/// Checks the stored descriptions of a tenant: each can be read, and belongs to a connection. Without the check, a flow would
/// simply be compared with nothing.
/// </summary>
internal static class DescriptionCheck
{
    /// <summary>Checks all in a tenant's folder.</summary>
    /// <param name="tenantFolder">The folder.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The descriptions with problems. They are written by a command, so that no line of theirs is shown.</returns>
    public static async Task<IReadOnlyList<CheckedDocument>> RunAsync(string tenantFolder, CancellationToken cancellationToken)
    {
        var found = new List<CheckedDocument>();
        foreach (var file in JsonFiles.In(Path.Combine(tenantFolder, DescriptionFiles.Folder)))
        {
            if (await RunOnAsync(file, cancellationToken) is { Diagnostics.Count: > 0 } description)
            {
                found.Add(description);
            }
        }

        return found;
    }

    /// <summary>Checks one, wherever it lies; only in a tenant's folder can its connection be looked for.</summary>
    public static async Task<CheckedDocument> RunOnAsync(string file, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var name = Path.GetFileNameWithoutExtension(file);
        var tenantFolder = Path.GetFileName(folder) == DescriptionFiles.Folder ? Path.GetDirectoryName(folder) : null;
        var tenant = tenantFolder is null ? "TENANT" : Path.GetFileName(tenantFolder);
        var problems = new List<Diagnostic>();
        if (tenantFolder is not null && !File.Exists(Path.Combine(tenantFolder, "connections", name + ".json")))
        {
            problems.Add(Orphaned(tenantFolder, tenant, name));
        }

        if (await UnreadableAsync(file, tenant, name, cancellationToken) is { } unreadable)
        {
            problems.Add(unreadable);
        }

        return new CheckedDocument(file, "", problems);
    }

    private static async Task<Diagnostic?> UnreadableAsync(
        string file,
        string tenant,
        string name,
        CancellationToken cancellationToken
    )
    {
        var document = await DocumentFile.ReadAsync(file, cancellationToken);
        if (document.Problem is { } notRead)
        {
            return notRead;
        }

        if (ApiDescription.Read(document.Bytes, out var problem) is not null)
        {
            return null;
        }

        var syntax = JsonSource.Parse(document.Bytes).SyntaxProblem;
        return new Diagnostic(
            InstanceCodes.DescriptionUnreadable,
            DiagnosticSeverity.Error,
            JsonPointer.Root,
            syntax?.Position.Line ?? 1,
            syntax?.Position.Column ?? 1,
            problem! + (syntax is null ? "" : $" {syntax.Message}"),
            $"Import it again: {DescriptionFiles.ImportCommand(tenant, name)}. Or remove the file."
        );
    }

    private static Diagnostic Orphaned(string tenantFolder, string tenant, string name)
    {
        var others = JsonFiles
            .In(Path.Combine(tenantFolder, "connections"))
            .Select(file => Path.GetFileNameWithoutExtension(file)!)
            .ToList();
        var nearest = Suggestion.Nearest(name, others);
        return new Diagnostic(
            InstanceCodes.DescriptionOrphaned,
            DiagnosticSeverity.Warning,
            JsonPointer.Root,
            1,
            1,
            $"There is no connection \"{name}\" for this description.",
            nearest is not null ? $"Rename the file to {nearest}.json, or remove it."
                : ConnectionId.TryParse(name, out _)
                    ? $"Write the connection: cxf new connection {tenant}/{name}. Or remove the file."
                : "Rename the file to that of its connection, or remove it."
        );
    }
}
