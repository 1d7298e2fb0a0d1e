using System.Diagnostics.CodeAnalysis;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Evaluation;

/// <summary>What the fields of a state are evaluated against during one visit of the state.</summary>
internal interface IEvaluationContext
{
    /// <summary>The state's input.</summary>
    Payload Input { get; }

    /// <summary>The result of the state's work; set while Output and Assign are evaluated.</summary>
    Payload? Result { get; set; }

    /// <summary>The caught error; set while a catcher's Output and Assign are evaluated.</summary>
    Payload? ErrorOutput { get; set; }

    /// <summary>The context object, <c>$states.context</c> or <c>$$</c>.</summary>
    Payload Context { get; }

    /// <summary>Source of random numbers; seeded, so that equal executions draw equal numbers.</summary>
    Random Random { get; }

    /// <summary>Cancelled when the state's branch ends before the state does.</summary>
    CancellationToken Stop { get; }

    /// <summary>Receives the data between the steps of the visit; null except in TestState.</summary>
    StateInspection? Inspection { get; }

    bool TryGetVariable(string name, [NotNullWhen(true)] out Payload? value);

    /// <summary>A UUID that a repeated run gets again.</summary>
    string NewUuid();

    /// <summary>A problem as the cause of an error, with AWS's opening words that name the state.</summary>
    string Describe(string problem);
}

internal static class EvaluationErrors
{
    /// <summary>The exception for a problem that ends the execution.</summary>
    public static StateFailedException RuntimeError(this IEvaluationContext context, string problem) =>
        new(new StateError(ErrorNames.Runtime, context.Describe(problem)));
}
