using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
services.AddSingleton(_ => new TheThingsStackClient({|TTS1001:new TheThingsStackOptions|} { Address = args[0] }));
services.AddKeyedSingleton("b", (_, _) =>
{
    var options = {|TTS1001:new TheThingsStackOptions|} { Address = args[1] };
    return new TheThingsStackClient(options);
});
