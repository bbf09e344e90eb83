"""What the SQLite file has beside its tables: indexes, what is searched, views over several tables."""

from __future__ import annotations

SEARCHED = {"statements": ("quote", "content"), "texts": ("text",)}
"""Tables with full text, and the columns that are searched."""

_INDEXED = (
    ("documents", "published_earliest"),
    ("documents", "side"),
    ("meetings", "joined_id"),
    ("meetings", "when_earliest"),
    ("joined_meetings", "when_earliest"),
    ("joined_meetings", "within_id"),
    ("tellings", "document_id, meeting_id"),
    ("participants", "name"),
    ("statements", "act"),
    ("statements", "filed_earliest"),
    ("statements", "document_id, under_meeting_id"),
    ("statement_actors", "name"),
    ("statement_actors", "country"),
    ("commitments", "status, window_latest"),
    ("commitment_history", "citing_document_id"),
    ("requests", "status, window_latest"),
    ("requests", "document_id, statement_id"),
    ("request_history", "citing_document_id"),
    ("request_actors", "country"),
    ("terms", "concept"),
    ("finding_places", "citing_document_id"),
)
INDEXES = tuple(
    f'CREATE INDEX "{table}_by_{columns.replace(", ", "_")}" ON "{table}" ({columns})'
    for table, columns in _INDEXED
)

VIEWS = {
    "meeting_accounts": """
CREATE VIEW meeting_accounts AS
SELECT joined.id AS joined_id, joined."when" AS "when", joined.format, joined.status, joined.parties,
  joined.place, joined.country, told.number, document.side, document.publisher, document.published,
  document.title, meeting."when" AS when_told, meeting.place AS place_told, meeting.duration_minutes,
  meeting.status AS status_told, meeting.quote, document.id AS document_id, meeting.id AS meeting_id,
  meeting.start, meeting."end", document.url, document.citation, document.text_sha256
FROM joined_meetings AS joined
JOIN tellings AS told ON told.joined_id = joined.id AND told.mention = 'meeting'
JOIN meetings AS meeting ON meeting.document_id = told.document_id AND meeting.id = told.meeting_id
JOIN documents AS document ON document.id = told.document_id
ORDER BY joined.when_earliest, joined.id, told.number""",
    "who_said_what": """
CREATE VIEW who_said_what AS
SELECT statement.filed_earliest, actor.name, actor.country, actor.role, statement.act, statement.negated,
  statement.addressee_name, statement.addressee_country, statement.topics, statement.quote,
  document.side AS told_by, document.title, statement.document_id, statement.id AS statement_id,
  meeting.joined_id, statement.start, statement."end", document.url, document.citation, document.text_sha256
FROM statements AS statement
JOIN documents AS document ON document.id = statement.document_id
LEFT JOIN statement_actors AS actor
  ON actor.document_id = statement.document_id AND actor.statement_id = statement.id
LEFT JOIN meetings AS meeting
  ON meeting.document_id = statement.document_id AND meeting.id = statement.under_meeting_id
ORDER BY statement.filed_earliest, statement.document_id, statement.start, actor.number""",
    "open_promises": """
CREATE VIEW open_promises AS
SELECT commitment.status, commitment.window, commitment.window_latest, commitment.who, commitment.what,
  commitment.strength, commitment.quote, document.side AS told_by, document.published, document.title,
  commitment.document_id, commitment.id AS commitment_id, commitment.start, commitment."end", document.url,
  document.citation, document.text_sha256
FROM commitments AS commitment
JOIN documents AS document ON document.id = commitment.document_id
WHERE commitment.status IN ('open', 'in_progress', 'partly_done', 'no_evidence', 'deferred')
  AND commitment.strength > 1
ORDER BY commitment.window_latest IS NULL, commitment.window_latest""",
}
"""Views by name: each account beside its meeting, statements with who speaks, promises not settled."""
