using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.TagResourceAsync"/> is asked.</summary>
public class TagResourceRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string ResourceArn { get; set; }
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    void IWireShape.Describe(WireMembers members)
    {
        ResourceArn = members.Text("resourceArn", ResourceArn);
        Tags = members.List("tags", Tags);
    }
}

/// <summary>What <see cref="IAmazonStepFunctions.TagResourceAsync"/> answers.</summary>
public class TagResourceResponse : AmazonWebServiceResponse, IWireShape
{
    void IWireShape.Describe(WireMembers members) { }
}
