namespace ReviewRoom.Domain.Registers;

/// <summary>What is wrong with a unified social credit code.</summary>
public enum CreditCodeFault { None, Length, Character, OrganisationCheck, Check }

/// <summary>The unified social credit code of legal persons: 18 characters, check character over all (GB 32100-2015) and over the organisation code inside (GB 11714-1997).</summary>
public static class CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const string OrganisationAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The first thing wrong with it, or <see cref="CreditCodeFault.None"/>.</summary>
    public static CreditCodeFault Check(string code)
    {
        if (code.Length != 18) return CreditCodeFault.Length;
        if (code.Any(c => !Alphabet.Contains(c))) return CreditCodeFault.Character;
        if (OrganisationCheck(code[8..16]) != code[16]) return CreditCodeFault.OrganisationCheck;
        return WholeCheck(code[..17]) == code[17] ? CreditCodeFault.None : CreditCodeFault.Check;
    }

    private static char OrganisationCheck(string eight)
    {
        var sum = eight.Select((c, i) => OrganisationAlphabet.IndexOf(c) * OrganisationWeights[i]).Sum();
        return (11 - sum % 11) switch { 10 => 'X', 11 => '0', var digit => (char)('0' + digit) };
    }

    private static char WholeCheck(string seventeen)
    {
        var (sum, weight) = (0, 1);
        foreach (var c in seventeen)
        {
            sum += Alphabet.IndexOf(c) * weight;
            weight = weight * 3 % 31;
        }
        return Alphabet[(31 - sum % 31) % 31];
    }
}
