namespace ReviewRoom.Domain;

/// <summary>The whole country keeps one time, UTC+8: days begin, deadlines end and documents are dated by it, wherever the server stands.</summary>
public static class ChinaTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The same moment on a clock in China.</summary>
    public static DateTimeOffset Of(DateTimeOffset at) => at.ToOffset(Offset);

    /// <summary>The day it is in China.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Of(at).DateTime);
}
