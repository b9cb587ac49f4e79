using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ReviewRoom.Rehearsals;

/// <summary>
/// How a simulated expert judges: near the dossier's latent quality, with his own severity, a little noise, and now and then far off. All of it follows from the seed,
/// so that a rehearsal can be played again.
/// </summary>
internal sealed class Judgement(int seed, string person)
{
    private const int Lowest = 5, Highest = 95;

    /// <summary>Percent on the grid of 5.</summary>
    public int RateOf(string dossier, string criterion)
    {
        var quality = 53 + Chance(26, "quality", dossier) + Around(8, "item", dossier, criterion);
        var own = Around(6, "severity", person) + Around(7, "noise", person, dossier, criterion);
        var far = Drawn(30, "far", dossier, criterion) > 0 ? 0 : Drawn(2, "side", dossier, criterion) == 0 ? -25 : 20;
        return Math.Clamp((quality + own + far + 2) / 5 * 5, Lowest, Highest);
    }

    /// <summary>0 to <paramref name="many"/> - 1 for this expert, always the same for the same question.</summary>
    public int Drawn(int many, params string[] about) => Chance(many, [.. about, person]);

    /// <summary>From <paramref name="width"/> below zero to as much above.</summary>
    private int Around(int width, params string[] about) => Chance(2 * width + 1, about) - width;

    private int Chance(int many, params string[] about)
    {
        var question = string.Create(CultureInfo.InvariantCulture, $"{seed}|{string.Join('|', about)}");
        return (int)(BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(question))) % (uint)many);
    }
}
