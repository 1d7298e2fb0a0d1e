namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <summary>What a path starts at.</summary>
internal enum PathRoot
{
    /// <summary><c>$</c>: the state's data.</summary>
    Input,

    /// <summary><c>$$</c>: the context object.</summary>
    Context,

    /// <summary><c>$name</c>: a variable.</summary>
    Variable,
}
