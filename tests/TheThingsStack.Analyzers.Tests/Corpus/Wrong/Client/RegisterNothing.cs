using Microsoft.Extensions.DependencyInjection;

new ServiceCollection().{|TTS1001:AddTheThingsStack|}(static _ => { });
