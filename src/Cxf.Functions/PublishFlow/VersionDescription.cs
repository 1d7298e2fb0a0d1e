using Cxf.Functions.Stores;

namespace Cxf.Functions.PublishFlow;

/// <summary>How a flow's version is described in Step Functions: by it the version there is known as the flow's.</summary>
internal static class VersionDescription
{
    /// <summary>How PublishStateMachineVersion calls the revision of a machine that was never updated.</summary>
    public const string InitialRevision = "INITIAL";

    public static string Of(FlowVersion version) => Of(version.Version, version.ContentHash);

    public static string Of(VersionEntry version) => Of(version.Version, version.ContentHash);

    private static string Of(int number, string contentHash) => $"CXF version {number}, content {contentHash}";
}
