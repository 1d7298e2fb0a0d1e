namespace Cxf.Jsonata.Analysis;

/// <summary>The built-in functions whose result may be another one each time.</summary>
internal static class ChangingFunctions
{
    public static bool Contains(string name) => name is "now" or "millis" or "random" or "shuffle" or "uuid" or "eval";
}
