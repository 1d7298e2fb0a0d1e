using Cxf.ContactFlows;
using Cxf.Documents;

namespace Cxf.Local.Output;

/// <summary>What Amazon Connect would say of a contact flow: its problems, and how many it would refuse the flow for.</summary>
internal static class ContactFlowVerdict
{
    /// <summary>Warnings of one kind beyond this number are one line.</summary>
    private const int MaxShown = 3;

    /// <summary>For how many problems the service would refuse the flow.</summary>
    public static int Refusals(IReadOnlyList<ContactFlowDiagnostic> diagnostics) =>
        diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Prints all errors, and the first warnings of each kind.</summary>
    public static void Print(string path, IReadOnlyList<ContactFlowDiagnostic> diagnostics, Lines lines)
    {
        foreach (var error in diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            lines.Write($"{path}:{error}");
        }

        var kinds = diagnostics
            .Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error)
            .GroupBy(diagnostic => (diagnostic.Code, diagnostic.Message));
        foreach (var kind in kinds)
        {
            foreach (var warning in kind.Take(MaxShown))
            {
                lines.Write($"{path}:{warning}");
            }

            if (kind.Skip(MaxShown).ToList() is { Count: > 0 } others)
            {
                var actions = string.Join(", ", others.Select(other => other.Action));
                lines.Write($"{path}: {kind.Key.Code} {others.Count} more of this kind: {actions}.");
            }
        }
    }

    /// <summary>One sentence at the end of a call.</summary>
    public static string Sentence(int refusals) =>
        refusals switch
        {
            0 => "Amazon Connect would accept this contact flow, as far as the simulator knows.",
            1 => "Amazon Connect would refuse this contact flow for 1 problem.",
            _ => $"Amazon Connect would refuse this contact flow for {refusals} problems.",
        };
}
