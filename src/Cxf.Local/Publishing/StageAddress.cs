using Cxf.Documents.Identifiers;
using Cxf.Local.Deployment;

namespace Cxf.Local.Publishing;

/// <summary>Where a deployment is: a stage on AWS, or what <c>cxf start</c> serves on this machine.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Table">Its configuration table.</param>
/// <param name="Region">The region; null for the one that AWS's own settings name.</param>
/// <param name="Endpoints">Where the services are, if not where the region has them.</param>
internal sealed record StageAddress(StageName Stage, string Table, string? Region, ServiceEndpoints Endpoints)
{
    /// <summary>The port on which <c>cxf start</c> serves Lambda. The tables have the next one, then Step Functions.</summary>
    public const int DefaultPort = 3001;

    /// <summary>Where <c>cxf start</c> is without options.</summary>
    public static StageAddress OnThisMachine { get; } =
        Local(new Uri($"http://127.0.0.1:{DefaultPort + 1}/"), new Uri($"http://127.0.0.1:{DefaultPort + 2}/"));

    /// <summary>The table that template.yaml makes for a stage.</summary>
    public static string TableOf(StageName stage) => $"cxf-{stage}-config";

    /// <summary>What <c>cxf start</c> serves at addresses of this machine.</summary>
    public static StageAddress Local(Uri tables, Uri stepFunctions)
    {
        var stage = StageName.Parse(LocalDeployment.Stage);
        return new StageAddress(stage, TableOf(stage), null, ServiceEndpoints.OfStart(tables, stepFunctions));
    }

    /// <summary>Its services.</summary>
    public DeploymentServices OpenServices() => new(Stage, Table, Region, Endpoints);

    /// <summary>Its configuration and its PublishFlow.</summary>
    /// <param name="wait">How long to wait for an answer.</param>
    public IPublishTarget OpenTarget(TimeSpan wait) =>
        new TableTarget(Endpoints.Tables, Region, Table, Stage, wait, TimeProvider.System);
}
