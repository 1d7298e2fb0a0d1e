namespace Cxf.StatesLanguage.JsonPath.Functions;

/// <summary>An intrinsic function that cannot work with its arguments.</summary>
internal sealed class IntrinsicFailureException(string message) : Exception(message);
