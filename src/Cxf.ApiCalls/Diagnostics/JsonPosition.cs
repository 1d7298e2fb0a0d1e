namespace Cxf.ApiCalls.Diagnostics;

/// <summary>A place in a JSON text.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 units, as editors count, from 1.</param>
public readonly record struct JsonPosition(int Line, int Column);
