using System.CommandLine;
using Cxf.Local.FlowDocuments;

namespace Cxf.Local.Commands;

/// <summary>What the commands on flow documents have in common.</summary>
internal static class FlowCommandOptions
{
    public static Argument<FileSystemInfo> Path { get; } = new Argument<FileSystemInfo>("path")
    {
        Description = "A flow document, or a folder that holds some: in folders named \"flows\", or in itself.",
    }.AcceptExistingOnly();

    public static Option<bool> Json { get; } = new("--json") { Description = "Print JSON for programs instead of text for people." };

    /// <summary>The documents that the arguments name; none where a folder holds none.</summary>
    public static async Task<IReadOnlyList<FlowDocument>> ReadAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var documents = new List<FlowDocument>();
        foreach (var file in FlowFile.Find(arguments.GetValue(Path)!))
        {
            documents.Add(await FlowDocument.ReadAsync(file, cancellationToken));
        }

        return documents;
    }

    /// <summary>Says that there is nothing to do, which is a wrong path more often than not.</summary>
    public static int NoFlows(ParseResult arguments, TextWriter output)
    {
        output.WriteLine($"There is no flow document in {arguments.GetValue(Path)}.");
        return ExitCode.Usage;
    }

    /// <summary>A number with its noun: <c>1 flow</c>, <c>3 flows</c>.</summary>
    public static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
