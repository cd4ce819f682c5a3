using TheThingsStack;
using TheThingsStack.V3;

namespace Diagnostics;

/// <summary>Masks that name what they should not.</summary>
internal sealed class Masks(TheThingsStackClient stack)
{
    public static readonly FieldMask<EndDevice> TwoMembersOfAOneof =
        [EndDevice.Paths.MacSettings.Adr.Mode.Static, EndDevice.Paths.MacSettings.Adr.Mode.Dynamic]; // TTS2204

    public static readonly FieldMask<EndDevice> ChildBesideParent =
        [EndDevice.Paths.MacSettings, EndDevice.Paths.MacSettings.Rx1Delay]; // TTS2205

    public static readonly FieldMask<EndDevice> AsText =
        FieldMask<EndDevice>.Parse("name,mac_settings.rx1_delay"); // TTS2301

    public static bool Unknown(out FieldMask<EndDevice>? mask) =>
        FieldMask<EndDevice>.TryParse("name,mac_settings.adr.dynamic", out mask); // TTS2001

    public Task<EndDevice> BelowAMemberOfAOneof() =>
        stack.NsEndDeviceRegistry.GetAsync("app1", "dev1", d => [d.MacSettings.Adr.Mode.Dynamic.Margin]); // TTS2003

    public Task<EndDevice> Refused() =>
        stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name, d.RootKeys]); // TTS2101
}
