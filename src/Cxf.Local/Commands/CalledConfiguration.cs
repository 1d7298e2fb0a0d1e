using System.CommandLine;
using System.Text.Json;
using Cxf.Local.Deployment;
using Cxf.Local.Emulators.Ssm;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;
using Cxf.Local.Stores;

namespace Cxf.Local.Commands;

/// <summary>
/// The flows and connections that run on this machine: the samples, or a folder of the user's own with its secrets. It is read
/// as <c>cxf check</c> reads it.
/// </summary>
internal static class CalledConfiguration
{
    /// <summary>The options that say which.</summary>
    public static IEnumerable<Option> Options =>
        [FunctionCommandOptions.Configuration, PlaceholderOption.Set, FunctionCommandOptions.Secrets];

    /// <summary>The folder.</summary>
    public static string Folder(ParseResult arguments) =>
        arguments.GetValue(FunctionCommandOptions.Configuration)?.ToString() ?? new LocalDeploymentOptions().ConfigurationFolder;

    /// <summary>
    /// A deployment of the configuration that the arguments name; null with the problems printed if that is not possible.
    /// </summary>
    public static async Task<LocalDeploymentOptions?> ReadAsync(
        ParseResult arguments,
        LocalDeploymentOptions deployment,
        Lines lines,
        CancellationToken cancellationToken
    )
    {
        if (!await IsUsableAsync(arguments, lines, cancellationToken))
        {
            return null;
        }

        try
        {
            return deployment with
            {
                ConfigurationFolder = Path.GetFullPath(Folder(arguments)),
                Values = PlaceholderOption.Values(arguments),
                Secrets = arguments.GetValue(FunctionCommandOptions.Secrets) is { } file ? ConnectionSecrets.Read(file) : null,
            };
        }
        catch (JsonException exception)
        {
            lines.Write(exception.Message);
            return null;
        }
    }

    /// <summary>Whether the connections and instances of the folder can be used; prints their problems.</summary>
    public static async Task<bool> IsUsableAsync(ParseResult arguments, Lines lines, CancellationToken cancellationToken)
    {
        var folder = Folder(arguments);
        if (PlaceholderOption.Problem(arguments, folder, CalledStub.IsOn(arguments) ? null : [Placeholders.Crm]) is { } problem)
        {
            lines.Write(problem);
            return false;
        }

        var documents = await FolderDocuments.CheckAsync(folder, [], PlaceholderOption.Values(arguments), cancellationToken);
        var printer = new DiagnosticPrinter(lines);
        foreach (var document in documents)
        {
            printer.Print(document.Path, document.Text, document.Diagnostics);
        }

        return !documents.Any(document => document.HasErrors);
    }

    /// <summary>The same for a command that refuses with one text.</summary>
    public static async Task<string?> ProblemAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        using var problems = new StringWriter();
        return await IsUsableAsync(arguments, new Lines(CallConsole.Create(problems)), cancellationToken)
            ? null
            : problems.ToString().Trim();
    }
}
