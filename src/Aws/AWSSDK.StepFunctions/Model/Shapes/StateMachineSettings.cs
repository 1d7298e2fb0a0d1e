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

/// <summary>Whether AWS X-Ray traces executions.</summary>
public class TracingConfiguration : IWireShape
{
    public bool? Enabled { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Enabled = members.Flag("enabled", Enabled);
    }
}

/// <summary>The role that a task assumes.</summary>
public class TaskCredentials : IWireShape
{
    public string RoleArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        RoleArn = members.Text("roleArn", RoleArn);
    }
}
