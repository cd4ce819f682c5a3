class Formatters(TheThingsStackClient stack)
{
    public Task Run(EndDeviceIdentifiers ids, MessagePayloadFormatters formatters) =>
        stack.JsEndDeviceRegistry.SetAsync(new EndDevice { Ids = ids, ResetsJoinNonces = true, {|TTS2102:Formatters|} = formatters });
}
