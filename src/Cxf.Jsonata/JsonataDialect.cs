namespace Cxf.Jsonata;

/// <summary>Which set of functions an expression may use. The syntax is JSONata 2.0.6 in both.</summary>
public enum JsonataDialect : byte
{
    /// <summary>JSONata 2.0.6 as the reference implementation defines it.</summary>
    Standard,

    /// <summary>
    /// JSONata as AWS Step Functions runs it: <c>$eval</c> is absent; <c>$partition</c>, <c>$range</c>, <c>$hash</c>,
    /// <c>$random(seed)</c>, <c>$uuid</c> and <c>$parse</c> are present.
    /// Source: AWS Step Functions Developer Guide, "Transforming data with JSONata".
    /// </summary>
    StepFunctions,
}
