using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.JsonPath.Paths;

namespace Cxf.StatesLanguage.JsonPath;

/// <summary>InputPath and OutputPath: a part of the data, all of it by default, or an empty object for null.</summary>
internal sealed class InputPath(JsonPathExpression? path, bool isNull)
{
    public static InputPath Whole { get; } = new(null, false);

    public Payload Apply(IEvaluationContext context) => Apply(context, context.Input);

    public Payload Apply(IEvaluationContext context, Payload data)
    {
        if (isNull)
        {
            return Payload.EmptyObject;
        }

        return path is null || path.IsRoot ? data : Payload.Of(path.Require(context, data.Tree));
    }
}
