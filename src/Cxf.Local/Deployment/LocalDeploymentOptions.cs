using Cxf.Local.Emulators.Ssm;
using Cxf.Local.SampleCrm;
using Cxf.Local.Stubs;

namespace Cxf.Local.Deployment;

/// <summary>What a local deployment consists of.</summary>
internal sealed record LocalDeploymentOptions
{
    /// <summary>
    /// The folder with <c>instances.json</c> and <c>tenants/</c>. Default: the samples in the command's folder.
    /// </summary>
    public string ConfigurationFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "Samples");

    /// <summary>The values of placeholders in connections, besides that of the CRM. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>The secrets of the configuration's connections; null for none.</summary>
    public ConnectionSecrets? Secrets { get; init; }

    /// <summary>The CRM to call; null starts the sample CRM.</summary>
    public Uri? Crm { get; init; }

    /// <summary>The fault of the sample CRM. Default: none.</summary>
    public CrmTrouble CrmTrouble { get; init; }

    /// <summary>
    /// The stub that all connections call instead of their third parties; null for none. It replaces the sample CRM.
    /// </summary>
    public StubOptions? Stub { get; init; }

    /// <summary>
    /// The address of Step Functions for the functions, if a proxy is in between. Default: null, they call it directly.
    /// </summary>
    public Uri? StepFunctions { get; init; }

    /// <summary>The clock of the functions and of Step Functions. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
