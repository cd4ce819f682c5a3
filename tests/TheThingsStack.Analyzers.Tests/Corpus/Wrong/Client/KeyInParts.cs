static class Secrets
{
    private const string Id = "IXQPDCGZDN737KTFJOKI4ZFC46MNXAC3JSED2VE";
    private const string Secret = "4ALKYSA4WM6FU53JZFDVT2X6ITVBMO4FJX2XP4ZQHOLMHOQGMQ7O";
    public static readonly string Key = {|TTS1006:"NNSXS." + Id + "." + Secret|};
    public static string Header => {|TTS1006:$"Bearer NNSXS.{Id}.{Secret}"|};
}
