namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>What a path is as a whole.</summary>
internal sealed record PathShape
{
    /// <summary>The first step is a variable: an input that is an array is then one item.</summary>
    public bool StartsWithVariable { get; init; }

    /// <summary>The first step is an array constructor: it is evaluated once for the whole input.</summary>
    public bool StartsWithConstructor { get; init; }

    /// <summary>A step is followed by <c>[]</c>.</summary>
    public bool KeepSingleton { get; init; }

    /// <summary>The path itself is followed by <c>[]</c>.</summary>
    public bool KeepArray { get; init; }

    /// <summary>The grouping at the end.</summary>
    public GroupEvaluator? Group { get; init; }

    /// <summary>The path hands its bindings on to the path around it.</summary>
    public bool ExportsTuples { get; init; }
}
