using System.Security.Cryptography;
using System.Text;
using Cxf.ApiCalls.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// What a flow means, as one hash: what it compiles to (with the version left out) and what it asks of its payload. Two
/// documents that differ in layout only have the same one; a compiler that writes something else gives another.
/// </summary>
internal static class ContentHash
{
    public static string Of(FlowDefinition flow, TenantId tenant, string callApiArn)
    {
        var definition = FlowCompiler.Compile(flow, new CompilationTarget(tenant, 0, callApiArn)).Definition;
        var contactFields = string.Join(',', flow.ContactFields);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{definition}\n{flow.Input.Source.GetRawText()}\n{contactFields}")));
    }
}
