namespace Cxf.Local.SampleCrm;

/// <summary>A fault of the sample CRM, to hear what a caller hears then.</summary>
internal enum CrmTrouble
{
    /// <summary>No fault.</summary>
    None,

    /// <summary>It does not accept connections.</summary>
    Refused,

    /// <summary>It closes every connection without an answer.</summary>
    Closed,

    /// <summary>It answers everything with 503.</summary>
    Unavailable,

    /// <summary>
    /// It answers, but only after <see cref="SampleCrmOptions.Delay"/>; a request that waits has no effect until then.
    /// </summary>
    Slow,
}
