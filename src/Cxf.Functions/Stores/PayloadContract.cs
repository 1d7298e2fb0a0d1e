using Cxf.Flows.Contracts;

namespace Cxf.Functions.Stores;

/// <summary>
/// The contract of a live flow's payload as its record holds it, and read where somebody asks; then it is kept with the record.
/// </summary>
/// <param name="text">The contract as JSON.</param>
public sealed class PayloadContract(string text) : IEquatable<PayloadContract>
{
    private InputContract? _read;

    /// <summary>The contract as JSON.</summary>
    public string Text { get; } = text;

    /// <summary>The contract as payloads are checked with it.</summary>
    public InputContract Read() => _read ??= ContractReader.Parse(Text);

    /// <inheritdoc />
    public bool Equals(PayloadContract? other) => other?.Text == Text;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as PayloadContract);

    /// <inheritdoc />
    public override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);
}
