namespace Cxf.StatesLanguage.Execution;

/// <summary>The version and the alias that an execution was started through, where there was one.</summary>
internal readonly record struct ExecutionOrigin(string? VersionArn, string? AliasArn, string? TestCase = null);
