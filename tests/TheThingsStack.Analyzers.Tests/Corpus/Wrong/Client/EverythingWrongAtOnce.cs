using var stack = new TheThingsStackClient(new TheThingsStackOptions
{
    Address = "{|TTS1007:http://|}thethings.example.com",
    ApiKey = "{|TTS1006:NNSXS.IE7LAK7OSNKJNG5GMFD2OQ43JDICK4SOUJTQUNJ.OZCUYJSOFM5JL3VZHCWHNES7WB7FM7RTFMI6ROTCGAWMJTDLVW46|}",
    UserAgent = new({|TTS1004:"my-integration"|}, {|TTS1003:"0.0.0"|}),
});
using var other = new TheThingsStackClient({|TTS1001:new()|}
{
    Address = "{|TTS1007:http://|}10.1.2.3",
    ApiKey = "{|TTS1006:NNSXS.IE7LAK7OSNKJNG5GMFD2OQ43JDICK4SOUJTQUNJ.OZCUYJSOFM5JL3VZHCWHNES7WB7FM7RTFMI6ROTCGAWMJTDLVW46|}",
});
