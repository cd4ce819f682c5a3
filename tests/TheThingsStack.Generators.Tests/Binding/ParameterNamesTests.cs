using TheThingsStack.Generators.Binding;
using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Tests.Binding;

public sealed class ParameterNamesTests
{
    [Theory]
    [InlineData("limit", "limit")]
    [InlineData("field_mask", "fieldMask")]
    [InlineData("end_device_ids.device_id", "deviceId")]
    [InlineData("end_device_ids.device_id,entity.device_id", "deviceId,entityDeviceId")]
    [InlineData("entity.device_id,device_id", "entityDeviceId,deviceId")]
    [InlineData("a.b.id,b.id,id", "aId,bId,id")]
    [InlineData("application_ids.application_id,collaborator.user_ids.user_id", "applicationId,userId")]
    [InlineData("user_id,collaborator.user_ids.user_id", "userId,collaboratorUserId")]
    [InlineData("options,call,json,cancellation_token,cancellation", "options_,call_,json_,cancellationToken_,cancellation_")]
    [InlineData("class.event,event", "classEvent,@event")]
    [InlineData("a_b,aB,a-b", "aB,aB_,aB__")]
    [InlineData("page.limit,limit,size.limit", "pageLimit,limit,sizeLimit")]
    public void Assign_PathsOfARequest_AreNamedByWhatTellsThemApart(string wireNames, string expected)
    {
        var draft = new RequestDraft();
        foreach (var wireName in wireNames.Split(','))
            draft.GetOrAdd(wireName, static () => TypeModel.Text, null);

        ParameterNames.Assign(draft);

        Assert.Equal(expected, string.Join(",", draft.Parameters.Select(static p => p.Name)));
    }

    [Theory]
    [InlineData("EndDevice", "endDevice")]
    [InlineData("ListThingsRequest", "request")]
    [InlineData(null, "body")]
    [InlineData("Event", "@event")]
    [InlineData("Options", "requestBody")]
    public void Assign_AWholeBody_IsNamedAfterItsMessage(string? message, string expected)
    {
        var draft = new RequestDraft();
        draft.GetOrAdd("", () => new(TypeKind.Message, message), null);

        ParameterNames.Assign(draft);

        Assert.Equal(expected, draft.Parameters.Single().Name);
    }
}
