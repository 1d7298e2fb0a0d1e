namespace Cxf.Local.Commands;

/// <summary>What the command's exit codes mean.</summary>
internal static class ExitCode
{
    /// <summary>The call ended on a branch that the contact flow foresees for its input.</summary>
    public const int Expected = 0;

    /// <summary>The call ended on an error branch.</summary>
    public const int ErrorBranch = 1;

    /// <summary>The flow documents have no errors, and their tests passed.</summary>
    public const int Clean = 0;

    /// <summary>Errors in flow documents, or tests that failed.</summary>
    public const int Problems = 1;

    /// <summary>The request was executed; for <c>diff</c>: there is no difference.</summary>
    public const int Done = 0;

    /// <summary>The deployment refused, or another publisher was faster; of <c>diff</c>: there are differences.</summary>
    public const int Refused = 1;

    /// <summary>The command was not used as it can be.</summary>
    public const int Usage = 2;

    /// <summary>The deployment does not answer, or not in time.</summary>
    public const int Unavailable = 3;
}
