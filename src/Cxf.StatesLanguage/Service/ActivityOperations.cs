using Cxf.StatesLanguage.Model;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.StatesLanguage.Service;

internal sealed class ActivityOperations(StateMachineRegistry registry, ActivityRegistry activities)
{
    private readonly Dictionary<string, EncryptionConfiguration> _encryption = new(StringComparer.Ordinal);

    public CreateActivityResult CreateActivity(CreateActivityRequest request)
    {
        var name = RequestMember.Required(request.Name, "name");
        RequestMember.CheckName(name);
        if (!NameRules.IsValid(name))
        {
            throw ApiErrors.InvalidName(name);
        }

        var encryption = request.EncryptionConfiguration ?? EncryptionConfiguration.OwnedByAws;
        EncryptionRules.Check(encryption);
        var arn = registry.ArnOf($"activity:{name}");
        lock (registry.Lock)
        {
            if (activities.Find(arn) is { } existing)
            {
                return _encryption[arn] == encryption
                    ? new CreateActivityResult(arn, existing.CreationDate)
                    : throw new StepFunctionsException("ActivityAlreadyExists", $"Activity Already Exists: '{arn}'");
            }

            registry.ActivityTags[arn] = TagOperations.Merge(new(StringComparer.Ordinal), request.Tags ?? []);
            _encryption[arn] = encryption;
            return new CreateActivityResult(arn, activities.GetOrAdd(arn, name, registry.Now).CreationDate);
        }
    }

    public DescribeActivityResult DescribeActivity(ActivityRequest request)
    {
        var arn = RequestMember.Required(request.ActivityArn, "activityArn");
        Arns.CheckActivity(arn);
        lock (registry.Lock)
        {
            var activity = activities.Find(arn) ?? throw ApiErrors.ActivityDoesNotExist(arn);
            return new DescribeActivityResult(arn, activity.Name, activity.CreationDate, _encryption[arn]);
        }
    }

    public EmptyResult DeleteActivity(ActivityRequest request)
    {
        var arn = RequestMember.Required(request.ActivityArn, "activityArn");
        Arns.CheckActivity(arn);
        lock (registry.Lock)
        {
            activities.Remove(arn);
            _encryption.Remove(arn);
            registry.ActivityTags.Remove(arn);
        }

        return new EmptyResult();
    }

    public ListActivitiesResult ListActivities(ListRequest request)
    {
        var page = Paging.Take(
            activities.All().OrderBy(static activity => activity.Name, StringComparer.Ordinal),
            static activity => activity.Name,
            request.MaxResults,
            request.NextToken,
            "ListActivities",
            Paging.PageTokenCharacters
        );
        return new ListActivitiesResult(
            [.. page.Items.Select(static activity => new ActivityListItem(activity.Arn, activity.Name, activity.CreationDate))],
            page.NextToken
        );
    }
}
