using Microsoft.Extensions.Localization;
using ReviewRoom.Live;
using ReviewRoom.Resources;

namespace ReviewRoom.Messages;

/// <summary>Says a message to its recipient through his own projections, as they are now; nothing where they hold nothing of it for him.</summary>
public sealed class MessageWords(LiveSessions sessions, LiveRooms rooms, LiveApplications applications, LiveAwards awards, IStringLocalizer<PostText> text)
{
    public MessageText? Of(string personId, MessageDraft draft) => For(personId).Of(draft);

    /// <summary>Not of what concerns an applicant from whom he is recused; of what may concern several, where he is recused from none.</summary>
    public bool MayKnow(string personId, MessageDraft draft) => draft.Session.Length == 0
        || (draft.Applicant is { } applicant ? !sessions.IsBarred(personId, draft.Session, applicant) : draft.Kind != MessageKind.OpinionReceived || !sessions.IsBarred(personId, draft.Session));

    /// <summary>Reads several messages of one person, each of his projections looked at once.</summary>
    public MessageReader For(string personId) => new(personId, this, sessions, rooms, applications, awards, text);
}
