using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
services.AddTheThingsStack("a", o => o.UserAgent = UserAgent.Parse({|TTS1004:"my-integration / my-integration-version"|}));
services.AddTheThingsStack("b", o => o.UserAgent = new({|TTS1004:"your-integration"|}, "1.0"));
services.AddTheThingsStack("c", o => o.UserAgent = new({|TTS1004:"My-App"|}, "1.0"));
