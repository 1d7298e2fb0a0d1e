using System.Security.Cryptography;
using System.Text;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;

namespace Cxf.Functions.Runs;

/// <summary>
/// The name of a flow's state machine: <c>cxf-&lt;stage&gt;-&lt;tenant&gt;-&lt;flow&gt;-&lt;hash&gt;</c>. The ids are for
/// people and are shortened to fit; the hash of both, and of the tenant's generation, tells <c>a-b</c> + <c>c</c> from <c>a</c> +
/// <c>b-c</c>.
/// </summary>
public static class StateMachineName
{
    /// <summary>The alias under which the published version of every flow is started.</summary>
    public const string LiveAlias = "live";

    // CreateStateMachine: name, 1 to 80 characters.
    private const int MaxLength = 80;

    // 48 bits: a collision needs millions of flows that also share stage and shortened ids.
    private const int HashLength = 12;

    /// <summary>
    /// The name for one flow of one tenant. The next tenant with a deleted tenant's ID gets other names: it cannot find
    /// executions of the old machines, and a machine that is still being deleted does not block a new one.
    /// </summary>
    public static string For(StageName stage, TenantId tenant, FlowId flow, int generation = 0)
    {
        var owned = generation == 0 ? $"{tenant}\n{flow}" : $"{tenant}\n{flow}\n{generation}";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(owned)))[..HashLength];
        var start = $"cxf-{stage}-";
        var ids = $"{tenant}-{flow}";
        var room = MaxLength - start.Length - HashLength - 1;
        return $"{start}{(ids.Length <= room ? ids : ids[..room])}-{hash}";
    }
}

/// <summary>The ARN of a STANDARD execution, from the alias it was started through and its name.</summary>
public static class ExecutionArn
{
    // arn:<partition>:states:<region>:<account>:stateMachine:<name>:<alias>
    private const int ResourceType = 5;
    private const int MachineName = 6;

    /// <summary>The ARN.</summary>
    /// <param name="aliasArn">The ARN of the alias, of a version, or of the state machine itself.</param>
    /// <param name="name">The name of the execution.</param>
    public static string Of(string aliasArn, string name)
    {
        var parts = aliasArn.Split(':');
        return string.Join(':', [.. parts[..ResourceType], "execution", parts[MachineName], name]);
    }
}
