namespace Cxf.ApiCalls.Outcomes;

/// <summary>What one stage of a call hands to the next: its value, or why the call ends here.</summary>
internal readonly struct Result<T>
{
    private Result(bool succeeded, T value, FailureReason failure)
    {
        Succeeded = succeeded;
        Value = value;
        Failure = failure;
    }

    public bool Succeeded { get; }

    /// <summary>The stage's value; only where it succeeded.</summary>
    public T Value { get; }

    /// <summary>Why there is no value; only set after a failure.</summary>
    public FailureReason Failure { get; }

    public static implicit operator Result<T>(T value) => new(true, value, default);

    public static implicit operator Result<T>(FailureReason failure) => new(false, default!, failure);
}
