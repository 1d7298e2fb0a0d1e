using System.Diagnostics.CodeAnalysis;

namespace Cxf.SampleFunction;

/// <summary>An error code: Lambda reports the class's name.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "The name is the error code that callers see.")]
public sealed class ApiTimeout(string message, Exception cause) : Exception(message, cause);
