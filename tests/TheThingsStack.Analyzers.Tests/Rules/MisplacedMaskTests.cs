using TheThingsStack.Analyzers.Tests.Requests;

namespace TheThingsStack.Analyzers.Tests.Rules;

public class MisplacedMaskTests
{
    [Fact]
    public Task Body_OfAnRpcWithoutMask_IsFlagged() => RequestCode.Verify(""""
        await http.PostAsync($"https://acme.example.com/api/v3/applications/{app}/devices", new StringContent("""
            { "end_device": { "ids": { "device_id": "dev1" } }, {|TTS2002:"field_mask"|}: { "paths": ["ids.dev_eui", "nmae"] } }
            """));
        await http.PostAsJsonAsync($"https://acme.example.com/api/v3/applications/{app}/devices", new { end_device = new { name = dev }, {|TTS2002:field_mask|} = new { paths = new[] { "name" } } });
        """");

    [Fact]
    public Task Query_OfAWrite_IsFlagged() => RequestCode.Verify("""
        await http.PutAsync($"https://acme.example.com/api/v3/applications/{app}/devices/{dev}?{|TTS2002:field_mask=name|}", null);
        """);

    [Fact]
    public Task Text_InABody_IsFlagged() => RequestCode.Verify(""""
        await http.PutAsync($"https://acme.example.com/api/v3/applications/{app}/devices/{dev}", new StringContent("""{"end_device":{},"field_mask":{|TTS2002:"name,nmae"|}}"""));
        """");

    [Fact]
    public Task Paths_WithCommas_AreFlagged() => RequestCode.Verify("""
        await http.GetAsync($"https://acme.example.com/api/v3/applications/{app}/devices/{dev}?{|TTS2002:field_mask.paths|}=name,attributes");
        """);

    [Fact]
    public Task RightPlaces_AreNot() => RequestCode.Verify(""""
        await http.PutAsync($"https://acme.example.com/api/v3/applications/{app}/devices/{dev}", new StringContent("""{"end_device":{"name":"n"},"field_mask":{"paths":["name"]}}"""));
        await http.PostAsync($"https://acme.example.com/api/v3/applications/{app}/devices", new StringContent("""{"end_device":{"ids":{"device_id":"dev1"}}}"""));
        await http.PostAsync($"https://acme.example.com/api/v3/applications/{app}/devices/filter", new StringContent("""{"field_mask":{"paths":["name"]}}"""));
        await http.GetAsync($"https://acme.example.com/api/v3/applications/{app}/devices/{dev}?field_mask.paths=name");
        """");
}
