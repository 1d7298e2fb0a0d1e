using Cxf.Local.Emulators.Lambda;
using Cxf.Local.Emulators.Ssm;
using Cxf.Local.SampleCrm;
using Cxf.StatesLanguage.Service;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.Local.Deployment;

/// <summary>What a deployment of processes consists of.</summary>
internal sealed record ProcessDeploymentOptions
{
    /// <summary>The template. Default: the one in the current folder.</summary>
    public string Template { get; init; } = "template.yaml";

    /// <summary>Values of the template's parameters that differ from their defaults.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>How functions are run.</summary>
    public FunctionOptions Functions { get; init; } = new();

    /// <summary>Executes the tasks of flows, given the template's functions. Default: those functions.</summary>
    public Func<ILambdaInvoker, ILambdaInvoker> TaskFunctions { get; init; } = functions => functions;

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

    /// <summary>A DynamoDB server with the template's tables; null starts the local tables.</summary>
    public Uri? Tables { get; init; }

    /// <summary>Where Lambda listens; null where it does not.</summary>
    public Uri? Lambda { get; init; }

    /// <summary>The port of the local tables; 0 for a free one.</summary>
    public int TablesPort { get; init; }

    /// <summary>How many ended executions Step Functions keeps, and for how long. Default: those of the service.</summary>
    public ExecutionRetention Retention { get; init; } = new();

    /// <summary>The port of Step Functions; 0 for a free one.</summary>
    public int StepFunctionsPort { get; init; }
}
