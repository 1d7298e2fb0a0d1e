namespace Amazon.Lambda.Annotations;

/// <summary>Properties of all functions in the assembly.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public class LambdaGlobalPropertiesAttribute : Attribute
{
    /// <summary>Whether a Main is generated that runs the function named by ANNOTATIONS_HANDLER.</summary>
    public bool GenerateMain { get; set; }

    /// <summary>The Lambda runtime, such as provided.al2023.</summary>
    public string Runtime { get; set; }
}
