using Cxf.Documents;

namespace Cxf.Local.Stores;

/// <summary>The codes of problems with the Connect instances of a configuration folder.</summary>
internal static class InstanceCodes
{
    /// <summary>A name that is not the ARN of an Amazon Connect instance.</summary>
    public const string InstanceArn = "CXF5010";

    /// <summary>A tenant that the folder does not have.</summary>
    public const string TenantUnknown = "CXF5011";

    /// <summary>A tenant that no instance may act for.</summary>
    public const string TenantUnbound = "CXF5012";

    /// <summary>A byte order mark at the start of the file.</summary>
    public const string ByteOrderMark = "CXF5008";

    /// <summary>A folder or file whose name is no id.</summary>
    public const string BadName = "CXF5013";

    /// <summary>A file that cannot be read.</summary>
    public const string Unreadable = "CXF5014";

    /// <summary>A document of another kind than its folder holds.</summary>
    public const string WrongKind = "CXF5015";

    /// <summary>A description of an API that cannot be read.</summary>
    public const string DescriptionUnreadable = "CXF5016";

    /// <summary>A description of an API without its connection.</summary>
    public const string DescriptionOrphaned = "CXF5017";

    /// <summary>The problems of shape: CXF5001 to CXF5007.</summary>
    public static ShapeCodes Shape { get; } =
        new("CXF5001", "CXF5002", "CXF5003", "CXF5004", "CXF5005", "CXF5006", "CXF5007") { ByteOrderMark = ByteOrderMark };
}
