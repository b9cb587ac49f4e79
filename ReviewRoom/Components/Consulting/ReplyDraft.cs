using System.Collections.Immutable;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Components.Consulting;

/// <summary>A unit's reply as it is typed: no objection to anybody, until somebody is objected to.</summary>
public sealed class ReplyDraft
{
    private readonly ImmutableDictionary<string, Line> lines;

    private ReplyDraft(ImmutableDictionary<string, Line> lines) => this.lines = lines;

    /// <summary>What is typed about one candidate.</summary>
    public sealed class Line
    {
        public bool Objects { get; set; }
        public string Condition { get; set; } = "";
        public string Text { get; set; } = "";
        public string Basis { get; set; } = "";

        /// <summary>What is missing, as a resource key; null where it can go.</summary>
        public string? Missing => !Objects ? null : Condition.Length == 0 ? "Reply.MissingCondition" : string.IsNullOrWhiteSpace(Text) ? "Reply.MissingText" : null;
    }

    public static ReplyDraft Of(OwnReplyView own) => new(own.Candidates.ToImmutableDictionary(
        c => c.Id,
        c => own.Objections?.FirstOrDefault(o => o.Candidate == c.Id) is { } said ? new Line { Objects = true, Condition = said.Condition, Text = said.Text, Basis = said.Basis ?? "" } : new Line(),
        StringComparer.Ordinal));

    public Line For(string candidate) => lines[candidate];

    public ReplyToConsultation Act(OwnReplyView own) => new(
        [.. own.Candidates.Where(c => For(c.Id).Objects || own.Decided.Contains(c.Id)).Select(c => (c.Id, Line: For(c.Id))).Select(c => own.Decided.Contains(c.Id) && own.Objections?.FirstOrDefault(o => o.Candidate == c.Id) is { } said ? said
            : new Opinion(c.Id, c.Line.Condition, c.Line.Text.Trim(), string.IsNullOrWhiteSpace(c.Line.Basis) ? null : c.Line.Basis.Trim()))]);
}
