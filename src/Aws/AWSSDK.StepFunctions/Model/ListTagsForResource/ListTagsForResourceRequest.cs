using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.ListTagsForResourceAsync"/> is asked.</summary>
public class ListTagsForResourceRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string ResourceArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        ResourceArn = members.Text("resourceArn", ResourceArn);
    }
}
