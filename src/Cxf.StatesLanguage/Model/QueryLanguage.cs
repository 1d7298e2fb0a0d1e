namespace Cxf.StatesLanguage.Model;

/// <summary>The language of a state's paths and expressions.</summary>
internal enum QueryLanguage
{
    JsonPath,
    Jsonata,
}
