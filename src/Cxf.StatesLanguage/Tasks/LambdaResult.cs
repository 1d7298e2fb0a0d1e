namespace Cxf.StatesLanguage.Tasks;

/// <summary>What a Lambda function answered.</summary>
/// <param name="Payload">JSON in UTF-8: the answer, or for an error Lambda's document <c>{errorType, errorMessage,
/// stackTrace}</c>.</param>
/// <param name="FunctionError">Whether the function failed.</param>
/// <param name="ExecutedVersion">The version that ran, such as <c>$LATEST</c>.</param>
public readonly record struct LambdaResult(ReadOnlyMemory<byte> Payload, bool FunctionError, string ExecutedVersion);
