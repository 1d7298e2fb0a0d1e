using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;

namespace Cxf.Local.Publishing;

/// <summary>A deployment that commands publish to: one on AWS, or one in files on this machine.</summary>
internal interface IPublishTarget : IAsyncDisposable
{
    /// <summary>The name of the deployment for people.</summary>
    string Name { get; }

    /// <summary>Its stage.</summary>
    StageName Stage { get; }

    /// <summary>
    /// The arguments by which the AWS CLI reaches its Parameter Store, each after a space; null for a deployment without one.
    /// </summary>
    string? ParameterStoreArguments { get; }

    /// <summary>Its configuration.</summary>
    IConfigurationStore Store { get; }

    /// <summary>Asks its PublishFlow for something and gives back the answer.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="flow">The flow; null for a request about the tenant as a whole.</param>
    /// <param name="request">The request, as PublishFlow's event without the ids.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="TimeoutException">It did not answer; it may still handle the request.</exception>
    Task<JsonElement> AskAsync(TenantId tenant, FlowId? flow, JsonObject request, CancellationToken cancellationToken);
}
