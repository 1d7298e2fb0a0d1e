namespace Cxf.StatesLanguage.Service;

/// <summary>The member includedData of requests: ALL_DATA (default) or METADATA_ONLY.</summary>
internal static class IncludedData
{
    private const string All = "ALL_DATA";
    private const string MetadataOnly = "METADATA_ONLY";

    public static bool IsWanted(string? includedData) =>
        includedData switch
        {
            null or All => true,
            MetadataOnly => false,
            _ => throw ApiErrors.NotOneOf("includedData", includedData, [All, MetadataOnly]),
        };
}
