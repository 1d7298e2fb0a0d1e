using Cxf.Flows.Compiling;

namespace Cxf.Flows.Runs;

/// <summary>
/// How a machine names the failure of a run that ended in a <c>fail</c> step: <c>FlowFailed</c>, or with the error code of the
/// answer <c>FlowFailed.ApiTimeout</c>. So it is known that the cause is the author's own sentence for the caller.
/// </summary>
internal static class FailedRun
{
    /// <summary>What stands before the error code.</summary>
    public const string Prefix = FlowErrorCodes.FlowFailed + ".";

    /// <summary>Error codes of answers without a run, or with one that did not begin: contact flows handle them apart.</summary>
    public static IReadOnlySet<string> ReservedCodes { get; } =
        new HashSet<string>
        {
            FlowErrorCodes.InvalidRequest,
            FlowErrorCodes.TenantNotAllowed,
            FlowErrorCodes.FlowNotFound,
            FlowErrorCodes.FlowNotLive,
            FlowErrorCodes.FlowTimeout,
            FlowErrorCodes.PayloadInvalid,
            FlowErrorCodes.RequestKeyConflict,
            FlowErrorCodes.RunNotFound,
            FlowErrorCodes.RunNotStarted,
            FlowErrorCodes.Busy,
            FlowErrorCodes.Internal,
            FlowAnswer.None,
        };

    /// <summary>The error code of the answer; null for the failure of a run that ended otherwise.</summary>
    public static string? CodeOf(string? error)
    {
        if (error == FlowErrorCodes.FlowFailed)
        {
            return error;
        }

        if (error?.StartsWith(Prefix, StringComparison.Ordinal) != true)
        {
            return null;
        }

        // A name of AWS without an error code of ours tells a contact flow nothing.
        var code = error[Prefix.Length..];
        return AwsErrors.CodeFor(code) ?? (code.Contains('.') || code.Length == 0 ? FlowErrorCodes.FlowFailed : code);
    }

    /// <summary>JSONata that gives FlowFailed for a run that ended in a <c>fail</c> step, whatever its code.</summary>
    /// <param name="error">JSONata that gives the name of the failure.</param>
    public static string WithoutCode(string error) =>
        $"($_failed := {error}; $substring($_failed, 0, {Prefix.Length}) = '{Prefix}' ? "
        + $"'{FlowErrorCodes.FlowFailed}' : $_failed)";
}
