namespace Cxf.Local.SampleCrm;

/// <summary>What is wrong with the sample CRM, to see what a caller hears then.</summary>
internal enum CrmTrouble
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Nobody listens at its address.</summary>
    Refused,

    /// <summary>It closes every connection without an answer.</summary>
    Closed,

    /// <summary>It answers everything with 503.</summary>
    Unavailable,

    /// <summary>It answers, but only after <see cref="SampleCrmOptions.Delay"/>; a request that waits has no effect until then.</summary>
    Slow,
}
