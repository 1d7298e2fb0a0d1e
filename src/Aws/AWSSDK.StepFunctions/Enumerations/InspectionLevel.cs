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
