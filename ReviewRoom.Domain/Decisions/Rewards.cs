using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Decisions;

/// <summary>One-off money of an award, in yuan.</summary>
[Article(19)]
public static class Rewards
{
    [Article(19)]
    public static int AmountYuan(Grade grade, ApplicantKind kind) => (grade, kind) switch
    {
        (Grade.Main, ApplicantKind.Organisation) => 300_000,
        (Grade.Main, _) => 100_000,
        (_, ApplicantKind.Organisation) => 100_000,
        _ => 50_000,
    };

    /// <summary>A repeat winner gets plaque and certificate, no money.</summary>
    [Article(23)]
    public static int AmountYuan(Grade grade, ApplicantKind kind, bool outsideQuota) => outsideQuota ? 0 : AmountYuan(grade, kind);
}
