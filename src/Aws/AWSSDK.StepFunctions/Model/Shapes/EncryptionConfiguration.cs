using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>The key that encrypts a state machine's definition and execution data.</summary>
public class EncryptionConfiguration : IWireShape
{
    public int? KmsDataKeyReusePeriodSeconds { get; set; }
    public string KmsKeyId { get; set; }
    public EncryptionType Type { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        KmsDataKeyReusePeriodSeconds = members.Integer("kmsDataKeyReusePeriodSeconds", KmsDataKeyReusePeriodSeconds);
        KmsKeyId = members.Text("kmsKeyId", KmsKeyId);
        Type = members.Word("type", Type, EncryptionType.FindValue);
    }
}
