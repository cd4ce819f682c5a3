using TheThingsStack.Analyzers.Configuration;

namespace TheThingsStack.Analyzers.Tests.Configuration;

public class UserAgentTextTests
{
    [Theory]
    [InlineData("acme-soil-monitor", "1.4.0")]
    [InlineData("Acme.SoilMonitor", "1")]
    [InlineData("acme", "v2-beta.1+build.7")]
    [InlineData("acme", "1.0.0")]
    [InlineData("acme", "0.0.1")]
    [InlineData("acme", "0.0.0-alpha")]
    [InlineData("my-integration-for-acme", "2024")]
    [InlineData("tester", "1.0")]
    [InlineData("test-gateway", "1.0")]
    public void FindFault_GoodParts_None(string product, string version) => Assert.Null(UserAgentText.FindFault(product, version));

    [Theory]
    [InlineData("acme", null, "TTS1003", "Version")]
    [InlineData("acme", "", "TTS1003", "Version")]
    [InlineData("acme", "0.0.0", "TTS1003", "Version")]
    [InlineData("acme", "0.0.0.0", "TTS1003", "Version")]
    [InlineData("my-integration", "1.0", "TTS1004", "Product")]
    [InlineData("Your-Integration", "1.0", "TTS1004", "Product")]
    [InlineData("my-app", null, "TTS1004", "Product")]
    [InlineData("TODO", "1.0", "TTS1004", "Product")]
    [InlineData("acme", "my-integration-version", "TTS1004", "Version")]
    [InlineData("acme", "version", "TTS1004", "Version")]
    [InlineData("acme soil", "1.0", "TTS1005", "Product")]
    [InlineData("acme/soil", "1.0", "TTS1005", "Product")]
    [InlineData("", "1.0", "TTS1005", "Product")]
    [InlineData("acme", "1.0 beta", "TTS1005", "Version")]
    [InlineData("ácme", "1.0", "TTS1005", "Product")]
    public void FindFault_BadPart_IsNamed(string product, string? version, string id, string part)
    {
        var fault = UserAgentText.FindFault(product, version)!;
        Assert.Equal((id, part), (fault.Rule.Id, fault.Part.ToString()));
    }

    [Theory]
    [InlineData("acme/1.0", null)]
    [InlineData("acme", "TTS1003")]
    [InlineData("acme/", "TTS1003")]
    [InlineData("acme/0.0.0", "TTS1003")]
    [InlineData("example/1.0", "TTS1004")]
    [InlineData("my-integration / my-integration-version", "TTS1004")]
    [InlineData("acme/1.0 (linux)", "TTS1005")]
    [InlineData("acme/1.0/2", "TTS1005")]
    [InlineData("/1.0", "TTS1005")]
    public void FindFaultInPair_OneText_AsTheLibraryReadsIt(string text, string? id) => Assert.Equal(id, UserAgentText.FindFaultInPair(text)?.Rule.Id);

    [Theory]
    [InlineData("acme/1.0")]
    [InlineData("acme/1.0 (linux; arm64)")]
    [InlineData("acme/1.0 (a (b) \\) c) dotnet/10.0 (x)")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome")]
    [InlineData(" acme/1.0\tsoil ")]
    public void FindFaultInHeader_ProductsAndComments_None(string value) => Assert.Null(UserAgentText.FindFaultInHeader(value));

    [Theory]
    [InlineData("acme", "TTS1003")]
    [InlineData("acme (linux) dotnet/10.0", "TTS1003")]
    [InlineData("test", "TTS1004")]
    [InlineData("my-integration / my-integration-version", "TTS1004")]
    [InlineData("acme/my-integration-version", "TTS1004")]
    [InlineData("acme / 1.0", "TTS1005")]
    [InlineData("(linux) acme/1.0", "TTS1005")]
    [InlineData("acme/1.0 (linux", "TTS1005")]
    [InlineData("acme/1.0, dotnet/10.0", "TTS1005")]
    [InlineData("acme/1.0 dotnet;10", "TTS1005")]
    [InlineData("acme(x)/1.0", "TTS1005")]
    [InlineData("", "TTS1005")]
    public void FindFaultInHeader_FirstProductOrForm_IsJudged(string value, string id) => Assert.Equal(id, UserAgentText.FindFaultInHeader(value)?.Rule.Id);

    [Theory]
    [InlineData("acme", "acme", null, "")]
    [InlineData("acme (linux) dotnet/10.0", "acme", null, " (linux) dotnet/10.0")]
    [InlineData("my-app/1.4.0", null, "1.4.0", "")]
    [InlineData("acme/0.0.0 (linux)", "acme", null, " (linux)")]
    [InlineData("acme/1,0 (x", "acme", "1-0", "")]
    [InlineData("(x)", null, null, " (x)")]
    public void FindFaultInHeader_Fault_KeepsWhatIsGood(string value, string? product, string? version, string rest)
    {
        var fault = UserAgentText.FindFaultInHeader(value)!;
        Assert.Equal((product, version, rest), (fault.Product, fault.Version, fault.Rest));
    }
}
