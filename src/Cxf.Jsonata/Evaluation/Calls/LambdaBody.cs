using Cxf.Jsonata.Compilation;
using Cxf.Jsonata.Signatures;

namespace Cxf.Jsonata.Evaluation.Calls;

/// <summary>What a function definition says.</summary>
/// <param name="Expression">What is evaluated.</param>
/// <param name="Scope">Its variables; the parameters come first.</param>
/// <param name="ParameterCount">How many parameters it has.</param>
/// <param name="Signature">What the arguments must be, or null.</param>
internal sealed record LambdaBody(Evaluator Expression, Scope Scope, int ParameterCount, Signature? Signature);
