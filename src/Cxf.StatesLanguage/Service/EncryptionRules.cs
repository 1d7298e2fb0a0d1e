using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Service;

/// <summary>The rules of the API model for encryption configurations.</summary>
internal static class EncryptionRules
{
    private const int MinReuseSeconds = 60;
    private const int MaxReuseSeconds = 900;

    public static void Check(EncryptionConfiguration? encryption)
    {
        if (encryption is null)
        {
            return;
        }

        var type = RequestMember.Required(encryption.Type, "encryptionConfiguration.type");
        if (type is not (EncryptionConfiguration.AwsOwnedKey or EncryptionConfiguration.CustomerKey))
        {
            throw ApiErrors.NotOneOf(
                "encryptionConfiguration.type",
                type,
                [EncryptionConfiguration.CustomerKey, EncryptionConfiguration.AwsOwnedKey]
            );
        }

        if (encryption.KmsDataKeyReusePeriodSeconds is < MinReuseSeconds or > MaxReuseSeconds)
        {
            var isLow = encryption.KmsDataKeyReusePeriodSeconds < MinReuseSeconds;
            throw ApiErrors.Constraint(
                "encryptionConfiguration.kmsDataKeyReusePeriodSeconds",
                $"{encryption.KmsDataKeyReusePeriodSeconds}",
                "Member must have value "
                    + (isLow ? $"greater than or equal to {MinReuseSeconds}" : $"less than or equal to {MaxReuseSeconds}")
            );
        }

        if ((type == EncryptionConfiguration.CustomerKey) != (encryption.KmsKeyId is not null))
        {
            throw new StepFunctionsException(
                "InvalidEncryptionConfiguration",
                "Invalid Encryption Configuration: 'kmsKeyId' must be given exactly for the type "
                    + EncryptionConfiguration.CustomerKey
            );
        }
    }
}
