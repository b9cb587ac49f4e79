using Microsoft.Extensions.Localization;
using ReviewRoom.Live;
using ReviewRoom.Resources;

namespace ReviewRoom.Messages;

/// <summary>Says a message to its recipient through his own projections, as they are now; nothing where they hold nothing of it for him.</summary>
public sealed class MessageWords(LiveSessions sessions, LiveRooms rooms, LiveApplications applications, LiveAwards awards, IStringLocalizer<PostText> text)
{
    public MessageText? Of(string personId, MessageDraft draft) => For(personId).Of(draft);

    /// <summary>Reads several messages of one person, each of his projections looked at once.</summary>
    public MessageReader For(string personId) => new(personId, sessions, rooms, applications, awards, text);
}
