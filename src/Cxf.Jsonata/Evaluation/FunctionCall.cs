namespace Cxf.Jsonata.Evaluation;

/// <summary>A function and its arguments, with the place of the call for errors.</summary>
internal readonly record struct FunctionCall(JsonataValue Function, JsonataValue[] Arguments, int Position, string? Name);
