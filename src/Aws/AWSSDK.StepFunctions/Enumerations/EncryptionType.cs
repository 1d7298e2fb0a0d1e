using Amazon.Runtime;

namespace Amazon.StepFunctions;

/// <summary>The owner of the key that encrypts a state machine's definition and execution data.</summary>
public class EncryptionType : ConstantClass
{
    public static readonly EncryptionType AWS_OWNED_KEY = new("AWS_OWNED_KEY");
    public static readonly EncryptionType CUSTOMER_MANAGED_KMS_KEY = new("CUSTOMER_MANAGED_KMS_KEY");

    public EncryptionType(string value)
        : base(value) { }

    public static EncryptionType FindValue(string value) => FindValue<EncryptionType>(value);

    public static implicit operator EncryptionType(string value) => FindValue(value);
}
