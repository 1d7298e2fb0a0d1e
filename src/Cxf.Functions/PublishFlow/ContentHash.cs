using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Functions.Deployment;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// One hash of what a flow means: its compiled definition (without the version), its contract, the settings that its machine runs
/// with, and the generation of its tenant. A compiler with other output, another role and other logging all change the hash.
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
            .. settings.LogsExecutionData ? (string[])["executionData"] : [],
            .. generation == 0 ? (string[])[] : [generation.ToString(CultureInfo.InvariantCulture)],
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }
}
