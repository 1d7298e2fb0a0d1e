using System.CommandLine;
using System.CommandLine.Parsing;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;

namespace Cxf.Local.Commands;

/// <summary>A flow as a command names it: <c>tenant/flow</c>.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Flow">The flow; null where a tenant alone was named.</param>
internal sealed record FlowReference(TenantId Tenant, FlowId? Flow)
{
    /// <summary>The argument that names a flow.</summary>
    public static Argument<FlowReference> Argument() =>
        new("flow") { Description = "The flow: tenant/flow.", CustomParser = result => Read(result, needsFlow: true) };

    /// <summary>The argument that names a flow or a tenant.</summary>
    public static Argument<FlowReference> TenantOrFlow() =>
        new("what")
        {
            Description = "The flow, tenant/flow, or a whole tenant.",
            CustomParser = result => Read(result, needsFlow: false),
        };

    /// <inheritdoc />
    public override string ToString() => Flow is { } flow ? $"{Tenant}/{flow}" : Tenant.Value;

    /// <summary>Reads <c>tenant/flow</c> or <c>tenant</c>; null when it is neither.</summary>
    public static FlowReference? Parse(string text, bool needsFlow)
    {
        var parts = text.Split('/');
        if (TenantId.TryParse(parts[0], out var tenant))
        {
            if (parts.Length == 1 && !needsFlow)
            {
                return new FlowReference(tenant, null);
            }

            if (parts.Length == 2 && FlowId.TryParse(parts[1], out var flow))
            {
                return new FlowReference(tenant, flow);
            }
        }

        return null;
    }

    /// <summary>The error for a text that is not a reference to a flow.</summary>
    public static string Problem(string text) => $"Expected tenant/flow, each {IdentifierRule.Description}, not \"{text}\".";

    /// <summary>Reads the id of a tenant, and reports an invalid one; null for that.</summary>
    public static TenantId? ReadTenant(string text, ArgumentResult result)
    {
        if (TenantId.TryParse(text, out var tenant))
        {
            return tenant;
        }

        result.AddError($"Expected the id of a tenant, {IdentifierRule.Description}, not \"{text}\".");
        return null;
    }

    /// <summary>Reads the value of an argument or option, and reports an invalid one.</summary>
    public static FlowReference? Read(ArgumentResult result, bool needsFlow)
    {
        var text = result.Tokens[0].Value;
        if (Parse(text, needsFlow) is { } reference)
        {
            return reference;
        }

        result.AddError(Problem(text));
        return null;
    }
}
