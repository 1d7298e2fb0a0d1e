using Amazon.Runtime;

namespace Amazon.StepFunctions;

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
