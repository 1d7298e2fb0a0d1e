namespace Cxf.Functions.PublishFlow;

/// <summary>The actions of PublishFlow.</summary>
public enum PublishAction
{
    /// <summary>Make the draft live.</summary>
    Publish,

    /// <summary>Compile the live version's document again, after the compiler has changed.</summary>
    Recompile,

    /// <summary>Make an earlier version live again.</summary>
    Rollback,

    /// <summary>Give a part of the runs to another version.</summary>
    Canary,

    /// <summary>Remove a flow with all that belongs to it, or a tenant with all its flows.</summary>
    Delete,
}
