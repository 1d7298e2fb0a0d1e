using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Cxf.Architecture.Tests;

/// <summary>What a user can mistype is refused before anything is created.</summary>
public sealed class TemplateParameterTests
{
    private const string Id = "12345678-90ab-cdef-1234-567890abcdef";

    // The longest here are those of roles: a path of 60 characters and a name of 64.
    private const int LongestArn = 180;

    private const int LongestPseudoParameters = 30;

    private static readonly string[] WithPattern =
    [
        .. Parameters.Where(parameter => parameter.Value.Find("AllowedPattern") is not null).Select(parameter => parameter.Key),
    ];

    [Fact]
    public void Every_parameter_of_free_text_has_a_pattern_that_its_default_matches() =>
        Assert.All(
            Parameters.Where(parameter =>
                Text(parameter.Value, "Type") == "String" && parameter.Value.Find("AllowedValues") is null
            ),
            parameter => Assert.Matches(Text(parameter.Value, "AllowedPattern"), Text(parameter.Value, "Default"))
        );

    [Theory]
    [InlineData("Stage", "dev", "prod2", "eu1")]
    [InlineData("ContactFlowTenantId", "acme", "Acme_2-x")]
    [InlineData("ContactFlowFlowId", "create_lead", "CreateLead-2")]
    [InlineData("DirectTenants", "acme", "acme,globex")]
    [InlineData(
        "AllowedPrivateRanges",
        "10.20.0.0/16",
        "10.20.0.0/16,fd00::/8",
        "192.168.1.255/32",
        "2001:db8:1:2:3:4:5:6/128",
        "::/0"
    )]
    [InlineData("TrustedRoots", "-----BEGIN CERTIFICATE----- MIIB+/= -----END CERTIFICATE-----")]
    [InlineData(
        "TrustedRoots",
        "-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n"
            + "-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n"
    )]
    [InlineData("VpcSubnetIds", "subnet-0a1b2c3d", "subnet-0a1b2c3d4e5f6a7b8,subnet-0e4f5a6b")]
    [InlineData("VpcSecurityGroupIds", "sg-0a1b2c3d", "sg-0a1b2c3d4e5f6a7b8,sg-0a1b2c3d")]
    [InlineData("ConnectInstanceArn", "arn:{0}:connect:{1}:123456789012:instance/" + Id)]
    [InlineData("KmsKeyArn", "arn:{0}:kms:{1}:123456789012:key/" + Id)]
    [InlineData("KmsKeyArn", "arn:{0}:kms:{1}:123456789012:key/mrk-1234567890abcdef1234567890abcdef")]
    [InlineData(
        "PermissionsBoundaryArn",
        "arn:{0}:iam::123456789012:policy/team/developer",
        "arn:{0}:iam::aws:policy/PowerUserAccess"
    )]
    [InlineData("AlarmTopicArn", "arn:{0}:sns:{1}:123456789012:on-call", "arn:{0}:sns:{1}:123456789012:on_call.fifo")]
    [InlineData(
        "ExistingConfigStreamArn",
        "arn:{0}:dynamodb:{1}:123456789012:table/cxf-prod-config/stream/2026-11-28T00:00:00.000"
    )]
    [InlineData("RolePath", "/", "/cxf/prod/")]
    public void A_right_value_is_taken_in_every_partition(string name, params string[] values) =>
        Assert.All(
            from value in values
            from region in (string[])
                ["aws eu-central-1", "aws us-east-1", "aws ap-southeast-2", "aws-cn cn-north-1", "aws-us-gov us-gov-west-1"]
            select string.Format(CultureInfo.InvariantCulture, value, region.Split(' ')),
            value => Assert.True(IsTaken(name, value), $"{name}={value}")
        );

    [Theory]
    [InlineData("Stage", "", "Dev", "my-dev", "thirteenchars")]
    [InlineData("ContactFlowTenantId", "acme corp", "acme/eu", "acme,globex")]
    [InlineData("ContactFlowFlowId", "", "create lead", "create_lead.json")]
    [InlineData("DirectTenants", "acme, globex", "acme;globex", "acme,", ",acme")]
    [InlineData(
        "AllowedPrivateRanges",
        "10.20.0.0",
        "10.20/16",
        "10.20.0.0/33",
        "10.256.0.0/16",
        "10.20.0.0/16, 10.30.0.0/16",
        "10.20.0.0/16,",
        "10.20.0.0-10.20.0.9"
    )]
    [InlineData("AllowedPrivateRanges", "fd00::/129", "fd00/8", "fd00:12345::/32", "1:2:3:4:5:6:7:8:9/64", "010.20.0.0/16")]
    [InlineData(
        "TrustedRoots",
        "MIIB",
        "certificate.pem",
        "-----BEGIN CERTIFICATE----- MIIB",
        "-----BEGIN PRIVATE KEY----- MIIB -----END PRIVATE KEY-----"
    )]
    [InlineData(
        "VpcSubnetIds",
        "vpc-0a1b2c3d",
        "subnet-0a1b2c3",
        "subnet-0a1b2c3d, subnet-0e4f5a6b",
        "subnet-0A1B2C3D",
        "sg-0a1b2c3d"
    )]
    [InlineData("VpcSecurityGroupIds", "default", "sg-0a1b2c3d4", "sg-0a1b2c3d,", "subnet-0a1b2c3d")]
    [InlineData(
        "ConnectInstanceArn",
        Id,
        "arn:aws:connect:eu-central-1:123456789012:instance/" + Id + "/contact-flow/" + Id,
        "arn:aws:connect:eu-central:123456789012:instance/" + Id,
        "arn:aws:connect::123456789012:instance/" + Id,
        "arn:aws:connect:eu-central-1:12345678901:instance/" + Id,
        "arn:aws:connect:eu-central-1:123456789012:instance/12345678-90ab-cdef-1234-567890abcde",
        "arn:aws:connect:eu-central-1:123456789012:instance/1234567890ab-cdef-1234-567890abcdef-",
        "arn:amazon:connect:eu-central-1:123456789012:instance/" + Id,
        "arn:aws-:connect:eu-central-1:123456789012:instance/" + Id,
        " arn:aws:connect:eu-central-1:123456789012:instance/" + Id
    )]
    [InlineData(
        "KmsKeyArn",
        "alias/cxf",
        Id,
        "arn:aws:kms:eu-central-1:123456789012:alias/cxf",
        "arn:aws:kms:eu-central-1:123456789012:key/cxf"
    )]
    [InlineData(
        "PermissionsBoundaryArn",
        "developer",
        "arn:aws:iam::123456789012:role/developer",
        "arn:aws:iam::123456789012:policy/",
        "arn:aws:iam::123456789012:policy/a b"
    )]
    [InlineData(
        "AlarmTopicArn",
        "on-call@example.com",
        "arn:aws:sns:eu-central-1:123456789012:on-call:12345678-90ab-cdef-1234-567890abcdef",
        "arn:aws:sqs:eu-central-1:123456789012:on-call"
    )]
    [InlineData(
        "ExistingConfigStreamArn",
        "2026-11-28T00:00:00.000",
        "arn:aws:dynamodb:eu-central-1:123456789012:table/cxf-prod-config",
        "arn:aws:dynamodb:eu-central-1:123456789012:table/cxf-prod-runs/stream/2026-11-28T00:00:00.000",
        "arn:aws:dynamodb:eu-central-1:123456789012:table/cxf-prod-config/stream/",
        "arn:aws:dynamodb:eu-central-1:123456789012:table/cxf-prod-config/index/by-id"
    )]
    [InlineData("RolePath", "", "cxf", "/cxf", "cxf/", "//", "/c xf/")]
    public void A_mistyped_value_is_refused(string name, params string[] values) =>
        Assert.All(values, value => Assert.False(IsTaken(name, value), $"{name}={value}"));

    [Fact]
    public void Every_pattern_has_examples_of_right_and_wrong_values() =>
        Assert.All(
            (string[])[nameof(A_right_value_is_taken_in_every_partition), nameof(A_mistyped_value_is_refused)],
            test =>
                Assert.Equal(
                    WithPattern.Order(),
                    typeof(TemplateParameterTests)
                        .GetMethod(test)!
                        .GetCustomAttributesData()
                        .Where(attribute => attribute.AttributeType == typeof(InlineDataAttribute))
                        .Select(Name)
                        .Distinct()
                        .Order()
                )
        );

    // CloudFormation shows only this of a refused value.
    [Fact]
    public void Every_pattern_is_explained() =>
        Assert.All(WithPattern, name => Assert.NotNull(Template.Read()["Parameters"][name].Find("ConstraintDescription")));

    // Lambda quotas: the environment variables of a function together, 4 KB.
    [Fact]
    public void The_longest_environment_fits_into_Lambdas_limit()
    {
        var shared = (YamlMappingNode)Template.Read()["Globals"]["Function"]["Environment"]["Variables"];
        Assert.All(
            Template.Resources("AWS::Serverless::Function"),
            function =>
                Assert.InRange(
                    ((YamlMappingNode)function.Resource.Properties()["Environment"]["Variables"])
                        .Children.Concat(shared.Children)
                        .Sum(variable => Template.Text(variable.Key).Length + LongestValue(variable.Value)),
                    1,
                    4096
                )
        );
    }

    private static IEnumerable<KeyValuePair<string, YamlNode>> Parameters =>
        ((YamlMappingNode)Template.Read()["Parameters"]).Children.Select(parameter =>
            KeyValuePair.Create(Template.Text(parameter.Key), parameter.Value)
        );

    private static string Name(System.Reflection.CustomAttributeData attribute) =>
        (string)
            ((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!)[0].Value!;

    private static bool IsTaken(string name, string value)
    {
        var parameter = Template.Read()["Parameters"][name];
        return Regex.IsMatch(value, Text(parameter, "AllowedPattern"), RegexOptions.CultureInvariant)
            && (parameter.Find("MaxLength") is null || value.Length <= Number(parameter, "MaxLength"));
    }

    private static int LongestValue(YamlNode value) =>
        value switch
        {
            YamlScalarNode { Tag.IsEmpty: true } text => text.Value!.Length,
            YamlScalarNode { Tag.Value: "!Ref" } reference
                when Template.Read()["Parameters"].Find(reference.Value!) is { } parameter => parameter.Find("MaxLength")
                is not null
                ? Number(parameter, "MaxLength")
            : parameter.Find("AllowedValues") is YamlSequenceNode values ? values.Max(one => Template.Text(one).Length)
            : LongestArn,
            YamlScalarNode { Tag.Value: "!Sub" } text => text.Value!.Length + LongestPseudoParameters,
            YamlSequenceNode { Tag.Value: "!If" } choice => choice.Children.Skip(1).Max(LongestValue),
            _ => LongestArn,
        };

    private static string Text(YamlNode parameter, string name) => Template.Text(parameter[name]);

    private static int Number(YamlNode parameter, string name) => int.Parse(Text(parameter, name), CultureInfo.InvariantCulture);
}
