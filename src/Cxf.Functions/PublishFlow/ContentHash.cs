using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Functions.Deployment;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// What a flow means, as one hash: what it compiles to (with the version left out), what it asks of its payload, and what its
/// machine runs with, and the generation of the tenant that it is for. A compiler that writes something else gives another, and so does another role or log group.
/// </summary>
internal static class ContentHash
{
    public static string Of(CompiledFlow compiled, FlowDefinition flow, int generation, DeploymentSettings settings)
    {
        string[] parts =
        [
            compiled.Definition,
            compiled.Type.ToString(),
            flow.Input.Source.GetRawText(),
            string.Join(',', flow.ContactFields),
            settings.StateMachineRoleArn,
            settings.StateMachineLogGroupArn,
            .. generation == 0 ? (string[])[] : [generation.ToString(CultureInfo.InvariantCulture)],
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }
}
