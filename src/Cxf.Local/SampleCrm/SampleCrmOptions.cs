namespace Cxf.Local.SampleCrm;

/// <summary>How the sample CRM behaves.</summary>
internal sealed record SampleCrmOptions
{
    /// <summary>None by default.</summary>
    public CrmTrouble Trouble { get; init; }

    /// <summary>How long a slow CRM takes; by default longer than a caller can be kept waiting.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// The key that requests must send as <c>Authorization: Bearer</c> or <c>X-Api-Key</c>; null requires none.
    /// </summary>
    public string? ApiKey { get; init; }

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
