namespace Cxf.StatesLanguage.Data;

/// <summary>A place in an expression.</summary>
/// <param name="Expression">The expression, without its marks.</param>
/// <param name="End">The offset of the end of the token that failed, in UTF-16 units.</param>
public sealed record FailedPlace(string Expression, int End);
