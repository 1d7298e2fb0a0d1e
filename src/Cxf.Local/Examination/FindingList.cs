using Amazon.Runtime;
using Cxf.Documents;
using Cxf.Local.Deployment;

namespace Cxf.Local.Examination;

/// <summary>
/// What an examination found. A right that the person lacks, and a service that does not answer, are findings, too: the rest is
/// examined all the same.
/// </summary>
internal sealed class FindingList
{
    private readonly List<Finding> _findings = [];
    private readonly HashSet<string> _missingRights = [];
    private readonly HashSet<string> _unanswered = [];

    /// <summary>What was found; what fails calls comes first.</summary>
    public IReadOnlyList<Finding> Sorted => [.. _findings.OrderBy(finding => finding.Severity)];

    /// <summary>Something that fails calls.</summary>
    public void Error(string where, string message, string fix) => Add(DiagnosticSeverity.Error, where, message, fix);

    /// <summary>Something that can fail calls, or fails the next publish.</summary>
    public void Warning(string where, string message, string fix) => Add(DiagnosticSeverity.Warning, where, message, fix);

    /// <summary>Something that is worth knowing.</summary>
    public void Information(string where, string message, string fix) => Add(DiagnosticSeverity.Info, where, message, fix);

    /// <summary>Something of a severity that the caller knows.</summary>
    public void Add(DiagnosticSeverity severity, string where, string message, string fix) =>
        _findings.Add(new Finding(severity, where, message, fix));

    /// <summary>Examines something that takes a right of the person.</summary>
    /// <param name="where">What is examined.</param>
    /// <param name="action">The action that it takes.</param>
    /// <param name="examine">Examines it.</param>
    public async Task WhereAllowedAsync(string where, string action, Func<Task> examine)
    {
        try
        {
            await examine();
        }
        catch (AmazonServiceException exception) when (MissingRight.IsMissing(exception))
        {
            Add(where, MissingRight.Of(exception, action));
        }
    }

    /// <summary>The same of a service that the rest of the examination does not need, so it may also not answer.</summary>
    public async Task WhereAnsweringAsync(string where, string action, Func<Task> examine)
    {
        try
        {
            await WhereAllowedAsync(where, action, examine);
        }
        catch (Exception exception) when (NoAnswer.Is(exception))
        {
            // Whatever else takes the same request has the same problem.
            if (!_unanswered.Add(action))
            {
                return;
            }

            var reason = exception is AmazonServiceException { ErrorCode.Length: > 0 } service
                ? service.ErrorCode
                : exception.Message.TrimEnd('.');
            NotExamined(
                where,
                $"{action} got no answer ({reason}).",
                "Try again. If it stays so, look at the region, the network and the status of AWS."
            );
        }
    }

    // Every resource of a kind would lack the same right.
    private void Add(string where, MissingRight missing)
    {
        if (_missingRights.Add(missing.Action))
        {
            NotExamined(
                where,
                $"you do not have the right {missing.Action}.",
                $"Allow {missing.Action}{(missing.Resource is { } resource ? $" on {resource}" : "")}, or run the command as "
                    + "somebody who has it."
            );
        }
    }

    private void NotExamined(string where, string reason, string fix) =>
        _findings.Add(
            new Finding(DiagnosticSeverity.Warning, where, $"This was not examined: {reason}", fix) { IsExamined = false }
        );
}
