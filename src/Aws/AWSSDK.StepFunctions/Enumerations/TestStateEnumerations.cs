using Amazon.Runtime;

namespace Amazon.StepFunctions;

/// <summary>How much TestState tells about the state's data flow.</summary>
public class InspectionLevel : ConstantClass
{
    public static readonly InspectionLevel DEBUG = new("DEBUG");
    public static readonly InspectionLevel INFO = new("INFO");
    public static readonly InspectionLevel TRACE = new("TRACE");

    public InspectionLevel(string value)
        : base(value) { }

    public static InspectionLevel FindValue(string value) => FindValue<InspectionLevel>(value);

    public static implicit operator InspectionLevel(string value) => FindValue(value);
}

/// <summary>How strictly TestState compares a mocked result with the service's model.</summary>
public class MockResponseValidationMode : ConstantClass
{
    public static readonly MockResponseValidationMode NONE = new("NONE");
    public static readonly MockResponseValidationMode PRESENT = new("PRESENT");
    public static readonly MockResponseValidationMode STRICT = new("STRICT");

    public MockResponseValidationMode(string value)
        : base(value) { }

    public static MockResponseValidationMode FindValue(string value) => FindValue<MockResponseValidationMode>(value);

    public static implicit operator MockResponseValidationMode(string value) => FindValue(value);
}

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
