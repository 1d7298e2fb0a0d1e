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
            AddTags(Tagged(arn), tags);
            return new EmptyResult();
        }
    }

    public EmptyResult UntagResource(UntagRequest request)
    {
        var arn = RequestMember.Required(request.ResourceArn, "resourceArn");
        var keys = request.TagKeys ?? throw ApiErrors.Missing("tagKeys");
        lock (registry.Lock)
        {
            var tags = Tagged(arn).Tags;
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
            return new ListTagsResult([.. Tagged(arn).Tags.Select(static tag => new Tag(tag.Key, tag.Value))]);
        }
    }

    public static void AddTags(StateMachineRecord machine, IReadOnlyList<Tag> tags)
    {
        var all = new OrderedDictionary<string, string>(machine.Tags, StringComparer.Ordinal);
        foreach (var tag in tags)
        {
            var key = tag.Key ?? throw ApiErrors.Missing("tags.key");
            RequestMember.CheckLength("tags.key", key, TagKeyCharacters, 1);
            RequestMember.CheckLength("tags.value", tag.Value ?? "", TagValueCharacters);
            all[key] = tag.Value ?? "";
        }

        if (all.Count > ServiceLimits.Tags)
        {
            throw new StepFunctionsException("TooManyTags", $"A state machine has at most {ServiceLimits.Tags} tags.");
        }

        machine.Tags = all;
    }

    private StateMachineRecord Tagged(string arn)
    {
        Arns.CheckMachine(arn);
        return registry.Machines.TryGetValue(arn, out var machine) ? machine : throw ApiErrors.ResourceNotFound();
    }
}
