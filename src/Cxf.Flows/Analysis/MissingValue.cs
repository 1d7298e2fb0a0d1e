namespace Cxf.Flows.Analysis;

/// <summary>What an expression reads that may not be there, so that the expression may have no value.</summary>
/// <param name="Name">A variable, or an optional field of the payload: <c>$payload.note</c>.</param>
/// <param name="Cause">Why it may not be there.</param>
internal sealed record MissingValue(string Name, MissingCause Cause);

/// <summary>Why a value may not be there.</summary>
internal enum MissingCause
{
    /// <summary>The field is optional in the flow's contract.</summary>
    OptionalField,

    /// <summary>The step failed, and an error branch leads on.</summary>
    StepFailed,

    /// <summary>The member of an answer is optional in the description of the API.</summary>
    OptionalMember,

    /// <summary>An older answer serves as a fallback, and what the expression reads of it is never stored.</summary>
    NotStored,
}
