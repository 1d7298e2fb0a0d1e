using Cxf.ContactFlows;
using Cxf.Documents;

namespace Cxf.Local.Output;

/// <summary>What Amazon Connect would say of a contact flow.</summary>
/// <param name="Refusals">For how many problems it would refuse the flow.</param>
/// <param name="Failures">How many prompts it would accept and could not speak.</param>
/// <param name="Warnings">How many warnings say what may go wrong in a call, or may be refused.</param>
internal sealed record ContactFlowVerdict(int Refusals, int Failures, int Warnings)
{
    /// <summary>Warnings of one kind beyond this number are one line.</summary>
    private const int MaxShown = 3;

    /// <summary>Warnings that say nothing of Amazon Connect: what is not simulated, and what no call reaches.</summary>
    private static readonly string[] Harmless = [ContactFlowCodes.NotSimulated, ContactFlowCodes.Unreachable];

    /// <summary>The verdict on a contact flow without problems.</summary>
    public static ContactFlowVerdict Accepted { get; } = new(0, 0, 0);

    /// <summary>Whether the flow can be used as it is.</summary>
    public bool IsAccepted => Refusals + Failures == 0;

    /// <summary>One sentence at the end of a call.</summary>
    public string Sentence =>
        Refusals > 0
            ? $"Amazon Connect would refuse this contact flow for {Count(Refusals, "problem")}."
            : "Amazon Connect would accept this contact flow, as far as the simulator knows"
                + (Failures > 0 ? $", but {Count(Failures, "prompt")} cannot be spoken." : ".")
                + (Warnings > 0 ? $" See {Count(Warnings, "warning")} above." : "");

    /// <summary>The verdict on a contact flow with these problems.</summary>
    public static ContactFlowVerdict Of(IReadOnlyList<ContactFlowDiagnostic> diagnostics)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        var failures = errors.Count(error => error.Code == ContactFlowCodes.Markup);
        return new ContactFlowVerdict(
            errors.Count - failures,
            failures,
            diagnostics.Count(one => one.Severity == DiagnosticSeverity.Warning && !Harmless.Contains(one.Code))
        );
    }

    /// <summary>The verdict on a contact flow with its modules.</summary>
    public ContactFlowVerdict And(ContactFlowVerdict other) =>
        new(Refusals + other.Refusals, Failures + other.Failures, Warnings + other.Warnings);

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

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
