namespace Cxf.StatesLanguage.Service;

/// <summary>An answer without members.</summary>
public sealed record EmptyResult;
