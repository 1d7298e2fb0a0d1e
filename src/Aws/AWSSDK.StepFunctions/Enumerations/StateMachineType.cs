using Amazon.Runtime;

namespace Amazon.StepFunctions;

/// <summary>STANDARD (durable, exactly once) or EXPRESS (short, at least once).</summary>
public class StateMachineType : ConstantClass
{
    public static readonly StateMachineType EXPRESS = new("EXPRESS");
    public static readonly StateMachineType STANDARD = new("STANDARD");

    public StateMachineType(string value)
        : base(value) { }

    public static StateMachineType FindValue(string value) => FindValue<StateMachineType>(value);

    public static implicit operator StateMachineType(string value) => FindValue(value);
}
