namespace Cxf.Testing.Shapes;

/// <summary>
/// Flow documents of a given size, each large in one way: what a check of any document takes is measured on them. All of them are
/// JSON but two; most are flows without errors, some have as many errors as fit.
/// </summary>
public static class FlowShapes
{
    // Each writes a document that has so many of something.
    private static readonly Dictionary<string, Func<int, string>> Writers = new Dictionary<string, Func<int, string>>[]
    {
        PathShapes.Writers,
        VariableShapes.Writers,
        ExpressionShapes.Writers,
        DocumentShapes.Writers,
    }
        .SelectMany(writers => writers)
        .ToDictionary();

    /// <summary>The name of every shape.</summary>
    public static IEnumerable<string> Names => Writers.Keys;

    /// <summary>The largest document of a shape that has at most so many bytes.</summary>
    /// <param name="name">The shape.</param>
    /// <param name="bytes">The size.</param>
    public static string Of(string name, int bytes)
    {
        var write = Writers[name];
        var (fits, tooMany) = (2, 4);
        while (write(tooMany).Length <= bytes)
        {
            (fits, tooMany) = (tooMany, tooMany * 2);
        }

        while (tooMany - fits > 1)
        {
            var middle = fits + ((tooMany - fits) / 2);
            (fits, tooMany) = write(middle).Length <= bytes ? (middle, tooMany) : (fits, middle);
        }

        return write(fits);
    }
}
