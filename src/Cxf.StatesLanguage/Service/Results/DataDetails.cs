namespace Cxf.StatesLanguage.Service;

/// <summary>Whether data is in the answer.</summary>
/// <param name="Included">Always true here.</param>
public sealed record DataDetails(bool Included);
