namespace Amazon.Lambda.Annotations.SourceGenerator.Model;

/// <summary>What the project says for all functions.</summary>
/// <param name="Runtime">The runtime of [LambdaGlobalProperties]; null for none.</param>
/// <param name="Serializer">The assembly's serializer, fully qualified; null for none.</param>
internal sealed record ProjectSettings(
    bool GenerateMain,
    string? Runtime,
    string? Serializer,
    bool IsExecutable,
    bool HasMain,
    bool HasRuntimeSupport
);
