using Cxf.Jsonata.Compilation;

namespace Cxf.Jsonata.Evaluation;

/// <summary>The variables that can be seen where a function is called, for <c>$eval</c>.</summary>
internal sealed record CallSite(Scope Scope, Frame Frame);
