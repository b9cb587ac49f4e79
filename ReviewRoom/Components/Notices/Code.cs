using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Components.Notices;

/// <summary>The check code of a notice as it is read aloud: the first sixteen hexadecimal digits of its hash, in fours.</summary>
internal static class Code
{
    public static string Of(NoticeView notice) => string.Join(' ', notice.CheckCode().ToUpperInvariant()[..16].Chunk(4).Select(four => new string(four)));
}
