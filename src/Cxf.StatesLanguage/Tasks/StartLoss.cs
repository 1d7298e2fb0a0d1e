namespace Cxf.StatesLanguage.Tasks;

/// <summary>What gets lost on the network when a machine starts another execution.</summary>
public enum StartLoss
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The request: nothing was started.</summary>
    Request,

    /// <summary>The answer: the execution was started.</summary>
    Answer,
}
