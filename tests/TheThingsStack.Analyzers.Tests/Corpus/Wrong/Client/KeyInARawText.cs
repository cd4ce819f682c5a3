var settings = """
    {
      "TheThingsStack": { "ApiKey": "{|TTS1006:NNSXS.VNTICNKX5V5YWUAV6VOBP5CJJRYREQWICGM3GXS.PJETVXPWZVDVU6XPPWJINA5Z4ZTKEJTTQVEMFLTW5W3E7ULRQBKR|}" }
    }
    """;
File.WriteAllText("appsettings.json", settings);
Console.WriteLine($"Wrote {settings.Length} characters for {Environment.UserName}, with {|TTS1006:NNSXS.VNTICNKX5V5YWUAV6VOBP5CJJRYREQWICGM3GXS.PJETVXPWZVDVU6XPPWJINA5Z4ZTKEJTTQVEMFLTW5W3E7ULRQBKR|} in them.");
