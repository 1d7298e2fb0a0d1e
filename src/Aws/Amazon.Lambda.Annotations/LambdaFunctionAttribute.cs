namespace Amazon.Lambda.Annotations;

/// <summary>
/// A method that is a Lambda function: the generator wraps it in a class <c>&lt;Class&gt;_&lt;Method&gt;_Generated</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public class LambdaFunctionAttribute : Attribute
{
    /// <summary>Its name in the template; letters and digits.</summary>
    public string ResourceName { get; set; }

    /// <summary>Seconds.</summary>
    public uint Timeout { get; set; }

    /// <summary>Megabytes.</summary>
    public uint MemorySize { get; set; }

    /// <summary>The role's ARN; excludes <see cref="Policies"/>.</summary>
    public string Role { get; set; }

    /// <summary>Managed policies of the generated role, with commas between.</summary>
    public string Policies { get; set; }

    /// <summary>Zip by default.</summary>
    public LambdaPackageType PackageType { get; set; }
}

/// <summary>How a function is packed.</summary>
public enum LambdaPackageType
{
    Zip = 0,
    Image = 1,
}
