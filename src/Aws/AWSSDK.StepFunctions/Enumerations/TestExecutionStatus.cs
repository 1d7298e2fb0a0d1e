using Amazon.Runtime;

namespace Amazon.StepFunctions;

/// <summary>How a tested state ended.</summary>
public class TestExecutionStatus : ConstantClass
{
    public static readonly TestExecutionStatus CAUGHT_ERROR = new("CAUGHT_ERROR");
    public static readonly TestExecutionStatus FAILED = new("FAILED");
    public static readonly TestExecutionStatus RETRIABLE = new("RETRIABLE");
    public static readonly TestExecutionStatus SUCCEEDED = new("SUCCEEDED");

    public TestExecutionStatus(string value)
        : base(value) { }

    public static TestExecutionStatus FindValue(string value) => FindValue<TestExecutionStatus>(value);

    public static implicit operator TestExecutionStatus(string value) => FindValue(value);
}
