namespace Cxf.StatesLanguage.Service;

internal sealed class TagOperations(StateMachineRegistry registry)
{
    // API model, TagKey and TagValue.
    private const int TagKeyCharacters = 128;
    private const int TagValueCharacters = 256;

    public EmptyResult TagResource(TagRequest request)
    {
        var arn = RequestMember.Required(request.ResourceArn, "resourceArn");
        var tags = request.Tags ?? throw ApiErrors.Missing("tags");
        lock (registry.Lock)
        {
            Change(arn, Merge(TagsOf(arn), tags));
            return new EmptyResult();
        }
    }

    public EmptyResult UntagResource(UntagRequest request)
    {
        var arn = RequestMember.Required(request.ResourceArn, "resourceArn");
        var keys = request.TagKeys ?? throw ApiErrors.Missing("tagKeys");
        lock (registry.Lock)
        {
            var tags = TagsOf(arn);
            foreach (var key in keys)
            {
                tags.Remove(key);
            }

            return new EmptyResult();
        }
    }

    public ListTagsResult ListTagsForResource(ResourceRequest request)
    {
        var arn = RequestMember.Required(request.ResourceArn, "resourceArn");
        lock (registry.Lock)
        {
            return new ListTagsResult([.. TagsOf(arn).Select(static tag => new Tag(tag.Key, tag.Value))]);
        }
    }

    public static void AddTags(StateMachineRecord machine, IReadOnlyList<Tag> tags) => machine.Tags = Merge(machine.Tags, tags);

    /// <summary>Tags with others added; an existing key gets the new value.</summary>
    public static OrderedDictionary<string, string> Merge(OrderedDictionary<string, string> old, IReadOnlyList<Tag> tags)
    {
        var all = new OrderedDictionary<string, string>(old, StringComparer.Ordinal);
        foreach (var tag in tags)
        {
            var key = tag.Key ?? throw ApiErrors.Missing("tags.key");
            RequestMember.CheckLength("tags.key", key, TagKeyCharacters, 1);
            RequestMember.CheckLength("tags.value", tag.Value ?? "", TagValueCharacters);
            all[key] = tag.Value ?? "";
        }

        return all.Count <= ServiceLimits.Tags
            ? all
            : throw new StepFunctionsException("TooManyTags", $"A resource has at most {ServiceLimits.Tags} tags.");
    }

    private OrderedDictionary<string, string> TagsOf(string arn)
    {
        if (Arns.IsActivity(arn))
        {
            Arns.CheckActivity(arn);
            return registry.ActivityTags.GetValueOrDefault(arn) ?? throw ApiErrors.ResourceNotFound(arn);
        }

        Arns.CheckMachine(arn);
        return registry.Machines.TryGetValue(arn, out var machine) ? machine.Tags : throw ApiErrors.ResourceNotFound(arn);
    }

    private void Change(string arn, OrderedDictionary<string, string> tags)
    {
        if (Arns.IsActivity(arn))
        {
            registry.ActivityTags[arn] = tags;
        }
        else
        {
            registry.Machines[arn].Tags = tags;
        }
    }
}
