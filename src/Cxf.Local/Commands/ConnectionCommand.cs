using System.CommandLine;
using System.CommandLine.Parsing;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Local.Output;

namespace Cxf.Local.Commands;

/// <summary><c>cxf connection</c>: what the third party of a connection says of its API.</summary>
internal static class ConnectionCommand
{
    /// <summary>The deployment folder.</summary>
    public static Option<DirectoryInfo> Configuration { get; } =
        new("--config")
        {
            HelpName = "folder",
            Description = "The deployment folder, with instances.json and tenants/. Default: the current folder.",
        };

    /// <summary>The connection.</summary>
    public static Argument<ConnectionId?> Connection { get; } =
        new("connection") { Description = "The id of the connection.", CustomParser = ReadId };

    /// <summary>The tenant of the connection.</summary>
    public static Option<TenantId?> Tenant { get; } =
        new("--tenant")
        {
            HelpName = "id",
            Description = "The tenant that the connection belongs to.",
            Required = true,
            CustomParser = ReadTenant,
        };

    /// <summary>The command.</summary>
    public static Command Create(Lines lines) =>
        new("connection", "Import what a third party says of its API, and check flows with it.")
        {
            ConnectionImport.Create(lines),
            ConnectionShow.Create(lines),
            ConnectionCheck.Create(lines),
        };

    /// <summary>Reads the ID of a connection, and reports an invalid one.</summary>
    public static ConnectionId? ReadId(ArgumentResult result)
    {
        var text = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        if (ConnectionId.TryParse(text, out var id))
        {
            return id;
        }

        result.AddError($"Expected the id of a connection, {IdentifierRule.Description}, not \"{text}\".");
        return null;
    }

    /// <summary>Reads the ID of a tenant, and reports an invalid one.</summary>
    public static TenantId? ReadTenant(ArgumentResult result) =>
        FlowReference.ReadTenant(result.Tokens.Count == 0 ? "" : result.Tokens[0].Value, result);

    /// <summary>The folder of the tenant; null with a message if it does not exist.</summary>
    public static string? FolderOf(ParseResult arguments, out string problem) =>
        FolderOf(arguments, arguments.GetValue(Tenant)!.Value, out problem);

    /// <summary>The folder of a tenant; null with a message if it does not exist.</summary>
    public static string? FolderOf(ParseResult arguments, TenantId tenant, out string problem)
    {
        var root = arguments.GetValue(Configuration)?.ToString() ?? "";
        var folder = Path.Combine(root, "tenants", tenant.Value);
        var config = root.Length > 0 ? $" --config {root}" : "";
        problem = $"There is no tenant {tenant} in {(root.Length > 0 ? root : "the current folder")}. ";
        if (Directory.Exists(folder))
        {
            return folder;
        }

        var tenants = Path.Combine(root, "tenants");
        string[] names = Directory.Exists(tenants)
            ? [.. Directory.GetDirectories(tenants).Select(one => Path.GetFileName(one)!)]
            : [];
        problem += names.Length > 0 ? Suggestion.Of(tenant.Value, names) : $"Create it: cxf new tenant {tenant}{config}";
        return null;
    }
}
