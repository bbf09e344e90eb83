"""What a question is answered with: rows that carry their document, their words and a citation."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Generic, Literal, TypeVar

from regesta.ledger.overlays import Laid
from regesta.model.document import Document
from regesta.model.finding import Place
from regesta.model.judgement import Ref
from regesta.model.links import Dated
from regesta.model.records import Commitment, Meeting, Repeat, Request, Statement, Term, Unread
from regesta.model.span import Span
from regesta.model.way import Way

RowKind = Literal["meeting", "statement", "commitment", "request", "term", "unread", "repeat"]
Order = Literal["date", "confidence"]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as the ledger knows it.

    ``files`` are the names under which its text was handed in; the first is the one whose facts
    stand here. ``current`` is False when a later text of the same address is held. ``text`` is
    the frozen text where the question says so, else "". ``corrections`` are kind and id of each
    record with a value that a person corrected, where all records of the document are asked for. ``way``
    leads from the text back to the pages or paragraphs of its file, ``notes`` say what of the file is not
    in the text, and ``fetched_at`` when an archive took the page.
    """

    id: str
    sha256: str
    file: str | None
    files: tuple[str, ...]
    url: str | None
    publisher: str | None
    publisher_basis: str | None
    side: str | None
    side_basis: str | None
    counterpart: str | None
    kind: str
    kind_reason: str
    language: str | None
    title: str | None
    title_span: Span | None
    published: str | None
    published_basis: str | None
    media_type: str
    encoding: str
    rules_version: str
    version: int
    previous_id: str | None
    current: bool
    added_at: str
    read_at: str
    citation: str
    text: str = field(default="", repr=False)
    corrections: tuple[tuple[str, str, Laid], ...] = ()
    way: Way | None = None
    notes: tuple[str, ...] = ()
    fetched_at: str | None = None

    @property
    def in_file(self) -> str | None:
        """The pages or paragraphs of the file that its text takes up; None where nothing leads back to it."""
        return self.way.whole if self.way else None

    @property
    def known(self) -> Document:
        """What the reader knew about the document."""
        return Document(**{one.name: getattr(self, one.name) for one in fields(Document)})


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of a document with their citation."""

    place: Place
    citation: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """A status, or an event such as ``reaffirmed``, from the day on which it could be known."""

    start: str
    status: str
    timeliness: str
    confirmation: str | None
    why: str
    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Came:
    """What came of one commitment or request by ``day``, None for all that is known.

    ``steps`` are its statuses in order of date, the first of them the day of its own document;
    ``events`` are reaffirmations and repetitions. ``existence`` and ``successor`` are those of
    :class:`regesta.model.links.Followed`.
    """

    day: str | None
    dated: Dated
    steps: tuple[StepRow, ...]
    events: tuple[StepRow, ...]
    existence: str
    successor: Ref | None

    @property
    def last(self) -> StepRow:
        """The status that holds."""
        return self.steps[-1]


R = TypeVar("R", Meeting, Statement, Commitment, Request, Term, Unread, Repeat)


@dataclass(frozen=True, slots=True)
class RecordRow(Generic[R]):
    """A record with its document and the words it was read from.

    ``earliest`` and ``latest`` are the first and last day under which it is filed: a meeting
    under its own date, a commitment under its window, anything else under the meeting it
    reports or the day it was published. ``heading_id`` is the main meeting above it. ``content``
    are the words of what a statement says, which may run on beyond ``span``. ``corrections`` are
    the values that a person put in the place of what was read; the record has them already. ``came``
    is what came of a commitment or request, where that is asked for and known.
    """

    kind: RowKind
    document: DocumentRow
    record: R
    span: Span
    quote: str
    citation: str
    earliest: str | None = None
    latest: str | None = None
    heading_id: str | None = None
    content: str | None = None
    corrections: tuple[Laid, ...] = ()
    came: Came | None = None

    @property
    def id(self) -> str | None:
        """The record's id; None for sentences that were not read and repeated passages."""
        return None if isinstance(self.record, Unread | Repeat) else self.record.id

    @property
    def status(self) -> str | None:
        """The status of a meeting, a commitment or a request.

        What a person says goes before what later documents show; until either says more a
        commitment or request is open.
        """
        if isinstance(self.record, Meeting):
            return self.record.status
        if not isinstance(self.record, Commitment | Request):
            return None
        said = next((one.value for one in self.corrections if one.field == "status"), None)
        return said or (self.came.last.status if self.came else "open")


MeetingRow = RecordRow[Meeting]
StatementRow = RecordRow[Statement]
CommitmentRow = RecordRow[Commitment]
RequestRow = RecordRow[Request]
TermRow = RecordRow[Term]
UnreadRow = RecordRow[Unread]
RepeatRow = RecordRow[Repeat]
AnyRow = MeetingRow | StatementRow | CommitmentRow | RequestRow | TermRow | UnreadRow | RepeatRow


@dataclass(frozen=True, slots=True)
class ShareRow:
    """How the sentences of one publisher's documents ended; ``publisher`` is None when unknown."""

    publisher: str | None
    documents: int
    sentences: int
    record: int
    furniture: int
    repeated: int
    unread: int

    def share(self, fate: Literal["record", "furniture", "repeated", "unread"]) -> float:
        """Return the share of the sentences with this fate, 0.0 when there are none."""
        count: int = getattr(self, fate)
        return count / self.sentences if self.sentences else 0.0


TellingRole = Literal["account", "report", "announcement", "plan", "mention"]


@dataclass(frozen=True, slots=True)
class Telling:
    """What one document is to a meeting, and its record of it.

    An ``account`` is about the meeting and reports it, a ``report`` does so beside something else;
    an ``announcement`` is about it before it, a ``plan`` names it as something to come, a ``mention``
    looks back to it. ``published_by`` is the side that published the document, else its publisher.
    """

    role: TellingRole
    published_by: str
    row: MeetingRow


@dataclass(frozen=True, slots=True)
class Differing:
    """A value of a meeting that documents give differently: each in words, with the sides that give it."""

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Within:
    """The visit that contains a meeting: its id, and its days in words."""

    id: str
    date: str


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """An entry of the register.

    A row of level 0 is a meeting, or a document that has no main meeting; rows of level 1 stand
    under the row of level 0 before them and share its place and date. ``parties`` are in order
    of code. ``quote`` are the words of the text at ``span`` of the document. ``corrections`` are the
    values of its record that a person corrected.

    A meeting is one entry however many documents tell of it: ``tellings`` are these documents in
    order of publication; document, quote and citation are those of the one that tells most, and
    ``published_by`` are the sides of those that report it, or of all where none does. ``basis`` says on what
    the date rests, ``because`` are the words of other documents where it was taken from them.
    ``differing`` are values that the documents give differently. ``within`` names the visit that
    contains it.
    """

    level: Literal[0, 1]
    kind: Literal["meeting", "statement", "commitment", "request", "document"]
    id: str
    place: str
    date: str
    parties: tuple[str, ...]
    abstract: str
    published_by: str
    citation: str
    document: DocumentRow
    span: Span
    quote: str
    earliest: str | None
    latest: str | None
    status: str | None = None
    act: str | None = None
    corrections: tuple[Laid, ...] = ()
    tellings: tuple[Telling, ...] = ()
    basis: str | None = None
    because: tuple[Cited, ...] = ()
    differing: tuple[Differing, ...] = ()
    within: Within | None = None
