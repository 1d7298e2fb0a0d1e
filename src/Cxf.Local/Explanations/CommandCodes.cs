namespace Cxf.Local.Explanations;

/// <summary>Codes of failures of the command itself.</summary>
internal static class CommandCodes
{
    /// <summary>A file or folder of the user that cannot be read or written.</summary>
    public const string File = "CXF9001";

    /// <summary>A mistake in cxf itself.</summary>
    public const string Bug = "CXF9002";

    /// <summary>A connection of which a stub knows nothing.</summary>
    public const string NotDescribed = "CXF9003";

    /// <summary>A fault of the stub that it cannot have.</summary>
    public const string Fault = "CXF9004";
}
