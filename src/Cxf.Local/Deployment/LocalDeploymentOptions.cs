using Cxf.Local.Emulators.Ssm;
using Cxf.Local.SampleCrm;

namespace Cxf.Local.Deployment;

/// <summary>What a local deployment consists of.</summary>
internal sealed record LocalDeploymentOptions
{
    /// <summary>The folder with <c>instances.json</c> and <c>tenants/</c>. Default: the samples beside the command.</summary>
    public string ConfigurationFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "Samples");

    /// <summary>The secrets of the configuration's connections; null for none.</summary>
    public ConnectionSecrets? Secrets { get; init; }

    /// <summary>The CRM to call; null starts the sample CRM.</summary>
    public Uri? Crm { get; init; }

    /// <summary>What is wrong with the sample CRM. Default: nothing.</summary>
    public CrmTrouble CrmTrouble { get; init; }

    /// <summary>Where the functions find Step Functions, when something stands before it. Default: null, they ask it directly.</summary>
    public Uri? StepFunctions { get; init; }

    /// <summary>The functions' clock. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
