static class Secrets
{
    public const string ApiKey = "{|TTS1006:NNSXS.DKWW2FMTII76PPA4IWTIJPVH3KJ5ZNHSAX7NCDR.TMHT4HKU45XSKECA57FVQG737MUAWFSQPFIBBZJSXLKGTUYLWUOX|}";
    public static readonly string Header = "Bearer " + ApiKey;
}
