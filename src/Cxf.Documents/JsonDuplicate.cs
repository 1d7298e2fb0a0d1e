namespace Cxf.Documents;

/// <summary>A member whose name the same object already has; the last one would win silently.</summary>
/// <param name="Pointer">The member's pointer, the same for both.</param>
/// <param name="Position">Where the later name stands.</param>
public readonly record struct JsonDuplicate(string Pointer, JsonPosition Position);
