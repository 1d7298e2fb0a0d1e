using Cxf.Documents.Identifiers;
using Cxf.Functions.Stores.Caching;

namespace Cxf.Functions.Deployment;

/// <summary>What template.yaml tells the functions of one deployment, through their environment.</summary>
public sealed record DeploymentSettings
{
    /// <summary>The deployment's stage (<c>CXF_STAGE</c>).</summary>
    public required StageName Stage { get; init; }

    /// <summary>The table of tenants, instances, connections and flows (<c>CXF_CONFIG_TABLE</c>).</summary>
    public required string ConfigTable { get; init; }

    /// <summary>The table of runs (<c>CXF_RUNS_TABLE</c>).</summary>
    public required string RunsTable { get; init; }

    /// <summary>
    /// The ARN of this account's and region's state machines up to their names, with the colon at its end
    /// (<c>CXF_STATE_MACHINE_ARN_PREFIX</c>).
    /// </summary>
    public required string StateMachineArnPrefix { get; init; }

    /// <summary>
    /// The role that state machines run as (<c>CXF_STATE_MACHINE_ROLE_ARN</c>); empty in functions that create none.
    /// </summary>
    public string StateMachineRoleArn { get; init; } = "";

    /// <summary>
    /// The log group of EXPRESS machines' histories, with <c>:*</c> at its end (<c>CXF_STATE_MACHINE_LOG_GROUP_ARN</c>), or
    /// empty.
    /// </summary>
    public string StateMachineLogGroupArn { get; init; } = "";

    /// <summary>
    /// Whether EXPRESS machines log the data of executions, which is personal (<c>CXF_LOG_EXECUTION_DATA</c>). Default: no.
    /// </summary>
    public bool LogsExecutionData { get; init; }

    /// <summary>The ARN of CallApi's alias (<c>CXF_CALL_API_ARN</c>); empty in functions that do not compile flows.</summary>
    public string CallApiArn { get; init; } = "";

    /// <summary>
    /// The tenants for which the direct form of a request is accepted, which no Connect instance vouches for
    /// (<c>CXF_DIRECT_TENANTS</c>, separated by commas). Default: none, so the direct form is off.
    /// </summary>
    public IReadOnlySet<TenantId> DirectTenants { get; init; } = new HashSet<TenantId>();

    /// <summary>How long callers' functions go by configuration that they have read.</summary>
    public CacheAges CacheAges { get; init; } = CacheAges.Default;

    /// <summary>Reads the settings from environment variables.</summary>
    /// <exception cref="InvalidOperationException">Variables are missing or malformed; the message names every one.</exception>
    public static DeploymentSettings Read(Func<string, string?> variable)
    {
        var problems = new List<string>();
        string Required(string name)
        {
            var value = variable(name);
            if (string.IsNullOrEmpty(value))
            {
                problems.Add($"{name} is not set");
            }

            return value ?? "";
        }

        if (!StageName.TryParse(Required("CXF_STAGE"), out var stage))
        {
            problems.Add("CXF_STAGE must be 1 to 12 of a-z 0-9");
        }

        var direct = new HashSet<TenantId>();
        foreach (
            var text in (variable("CXF_DIRECT_TENANTS") ?? "").Split(
                ',',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            if (TenantId.TryParse(text, out var tenant))
            {
                direct.Add(tenant);
            }
            else
            {
                problems.Add($"CXF_DIRECT_TENANTS contains an id that is not {IdentifierRule.Description}");
            }
        }

        // PublishFlow without them would start, and publish machines that cannot run.
        string RequiredToPublish(string name) =>
            variable("ANNOTATIONS_HANDLER") == nameof(PublishFlow) ? Required(name) : variable(name) ?? "";

        var settings = new DeploymentSettings
        {
            Stage = stage,
            ConfigTable = Required("CXF_CONFIG_TABLE"),
            RunsTable = Required("CXF_RUNS_TABLE"),
            StateMachineArnPrefix = Required("CXF_STATE_MACHINE_ARN_PREFIX"),
            StateMachineRoleArn = RequiredToPublish("CXF_STATE_MACHINE_ROLE_ARN"),
            StateMachineLogGroupArn = variable("CXF_STATE_MACHINE_LOG_GROUP_ARN") ?? "",
            LogsExecutionData = variable("CXF_LOG_EXECUTION_DATA") == "true",
            CallApiArn = RequiredToPublish("CXF_CALL_API_ARN"),
            DirectTenants = direct,
        };
        return problems.Count == 0
            ? settings
            : throw new InvalidOperationException(
                "The function's environment is not valid: " + string.Join("; ", problems) + "."
            );
    }
}
