namespace Cxf.Flows.Contracts.Patterns;

/// <summary>A text that is not a pattern, or not one that is supported.</summary>
internal sealed class PatternException(string message) : Exception(message);
