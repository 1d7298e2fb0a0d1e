namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <summary>A path or an intrinsic function call that cannot be parsed.</summary>
internal sealed class JsonPathSyntaxException(string message) : Exception(message);
