namespace Cxf.StatesLanguage.JsonPath.Choices;

/// <summary>How conditions are combined.</summary>
internal enum CombinationKind
{
    And,
    Or,
    Not,
}
