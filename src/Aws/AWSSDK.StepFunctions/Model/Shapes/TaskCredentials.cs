using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>The role that a task assumes.</summary>
public class TaskCredentials : IWireShape
{
    public string RoleArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        RoleArn = members.Text("roleArn", RoleArn);
    }
}
