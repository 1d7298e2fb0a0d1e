using Cxf.Jsonata.Functions;
using Cxf.Jsonata.RegularExpressions;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Evaluation.Calls;

/// <summary>A regular expression: the value is a function that finds matches.</summary>
internal sealed class RegexEvaluator(RegexNode node, TimeSpan time) : Evaluator
{
    private readonly Lazy<RegexFunction> _function = new(() =>
        new RegexFunction(RegexPattern.Compile(node.Pattern, node.Flags, time), node.Pattern, node.Position)
    );

    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run) => new(_function.Value);
}
