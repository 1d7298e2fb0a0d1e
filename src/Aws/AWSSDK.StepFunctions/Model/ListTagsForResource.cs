using Amazon.Runtime;
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

/// <summary>What <see cref="IAmazonStepFunctions.ListTagsForResourceAsync"/> answers.</summary>
public class ListTagsForResourceResponse : AmazonWebServiceResponse, IWireShape
{
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    void IWireShape.Describe(WireMembers members)
    {
        Tags = members.List("tags", Tags);
    }
}
