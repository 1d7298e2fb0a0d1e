using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>How an action ended; the simulator finds the branch for it.</summary>
internal abstract record ActionResult
{
    private ActionResult() { }

    /// <summary>Continues with NextAction.</summary>
    public static ActionResult Done { get; } = new Next();

    /// <summary>The action failed, and the reason is for the reader of the call.</summary>
    public static ActionResult Fails(string reason, string errorType = ErrorTypes.NoMatchingError) =>
        new Failed(errorType, reason);

    /// <summary>NextAction.</summary>
    public sealed record Next : ActionResult;

    /// <summary>A result for the conditions: a text, or an object for KeyExists. Null fulfils no condition.</summary>
    public sealed record Value(CallValue? Result) : ActionResult;

    /// <summary>An error branch.</summary>
    public sealed record Failed(string ErrorType, string Reason) : ActionResult;

    /// <summary>The call leaves the flow.</summary>
    public sealed record End(CallEndKind Kind, string Detail) : ActionResult
    {
        /// <summary>The branch by which a module returns; null where it names none.</summary>
        public string? Result { get; init; }
    }
}
