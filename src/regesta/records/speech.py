"""From clauses to statements: which clauses report, whose they are, and which words belong to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from regesta.mentions.verbs import VerbHit
from regesta.model.records import GROUP_OF, Actor
from regesta.model.span import Span
from regesta.records.actors import Resolver
from regesta.records.acts import Act, act_of, after_verb, complement, noun_subject, talks_only
from regesta.records.addressee import addressee_of
from regesta.records.clauses import Clause, clauses
from regesta.records.view import Sentence

JOINT_ONLY = frozenset({"discuss", "agree", "share_view", "sign", "decide"})
PASSED_ON = frozenset({"agree", "decide", "sign", "pledge", "invite", "propose", "request", "urge"})
_TALKS = frozenset(
    ["discussion", "discussions", "talks", "conversation", "conversations", "meeting", "meetings", "negotiations", "dialogue", "exchange", "exchanges", "agenda", "session", "sessions", "call", "calls", "consultations", "consultation", "deliberations", "dialogues", "visit", "engagement", "engagements", "summit", "interaction", "attention", "emphasis"]
)
_PAPERS = frozenset(
    ["statement", "declaration", "document", "communiqué", "communique", "memorandum", "agreement", "message", "letter", "text", "resolution"]
)
_PROGRAMME = frozenset(
    {
        "include",
        "take",
        "be",
        "start",
        "begin",
        "open",
        "feature",
        "comprise",
        "consist",
        "adopt",
        "occur",
        "happen",
        "hold",
        "sign",
        "last",
    }
)
_MEETING_VERBS = frozenset(
    ["meet", "speak", "talk", "hold", "have", "host", "convene", "gather", "call", "join", "welcome", "receive", "conduct", "attend", "sit", "connect", "lead", "launch", "co-host", "co-chair", "chair"]
)


@dataclass(slots=True)
class Said:
    """A statement in the making: tokens ``[start, end)`` of its sentence."""

    sentence: Sentence
    clause: Clause
    act: str
    actors: tuple[Actor, ...]
    start: int
    end: int
    rule: str
    confidence: float
    addressee: Actor | None = None
    complement: str = "np"

    @property
    def span(self) -> Span:
        """The characters of the statement."""
        return self.sentence.chars(self.start, self.end)


@dataclass(slots=True)
class Speech:
    """Reads the statements of one document, sentence by sentence."""

    resolver: Resolver
    kind: str
    speaks_as_we: bool
    year: int | None = None

    def read(self, sentence: Sentence) -> list[Said]:
        """Return the statements of a sentence in order; the resolver moves on with it."""
        found = clauses(sentence)
        if sentence.block.kind in ("title", "heading", "aside"):
            self._follow(sentence, found, {})
            return []
        actors = self._actors(sentence, found)
        said = [s for at, c in enumerate(found) if (s := self._said(sentence, found, at, actors)) is not None]
        said = _passed_on(said)
        said = _as_clause(said) or self._plain(sentence, found)
        _lay_out(sentence, said)
        self._follow(sentence, found, actors)
        return [s for s in said if s.end > s.start]

    # -- who ------------------------------------------------------------------------------------

    def _actors(self, sentence: Sentence, found: list[Clause]) -> dict[int, tuple[Actor, ...]]:
        """Resolve every subject of a sentence in order; pronouns look back within it too."""
        actors: dict[int, tuple[Actor, ...]] = {}
        for at, clause in enumerate(found):
            if clause.subject:
                actors[at] = self.resolver.actors(clause.subject, sentence)
                if clause.role in ("main", "as", "postposed"):
                    self.resolver.note(actors[at])
            elif clause.shares is not None and clause.shares in actors:
                actors[at] = actors[clause.shares]
        for at, clause in enumerate(found):
            if clause.role == "participle" and at not in actors:
                actors[at] = self._main_actors(found, at, actors)
        return actors

    def _main_actors(
        self, found: list[Clause], at: int, actors: dict[int, tuple[Actor, ...]]
    ) -> tuple[Actor, ...]:
        mains = [i for i in range(len(found)) if found[i].role in ("main", "as", "postposed") and i in actors]
        before = [i for i in mains if i < at]
        if before:
            return actors[before[-1]]
        after = [i for i in mains if i > at]
        return actors[after[0]] if after else ()

    def _follow(self, sentence: Sentence, found: list[Clause], actors: dict[int, tuple[Actor, ...]]) -> None:
        """Let the resolver know who this sentence was about, if its clauses did not say."""
        if any(c.subject and c.role in ("main", "as", "postposed") for c in found):
            return
        persons = [r for r in sentence.refs if r.kind in ("person", "role")]
        if len(persons) == 1 and sentence.block.kind not in ("title", "heading", "aside"):
            self.resolver.note(self.resolver.one(persons[0], sentence))

    # -- what -----------------------------------------------------------------------------------

    def _said(
        self, sentence: Sentence, found: list[Clause], at: int, actors: dict[int, tuple[Actor, ...]]
    ) -> Said | None:
        clause = found[at]
        who = actors.get(at, ())
        if clause.role == "infinitive":
            return self._purpose(sentence, found, at, actors)
        if clause.role == "participle":
            return self._participle(sentence, found, at, who)
        if clause.role == "embedded":
            return self._embedded(sentence, found, at, who)
        if clause.role in ("relative", "noun"):
            return self._relative(sentence, clause)
        if (
            clause.tense == "future"
            and clause.modal in ("will", "shall")
            and (future := self._future(sentence, clause, who))
        ):
            return future
        if clause.thing == "it" and not clause.passive and clause.verb.kind in ("group", "light"):
            side = self.resolver.last_party if self.resolver.last_collective else None
            who = (self.resolver.party(side, "coreference"),) if side else ()
            return self._active(sentence, found, at, who) if who else None
        if clause.passive:
            return self._passive(sentence, clause, who)
        if who:
            return self._active(sentence, found, at, who)
        return self._of_thing(sentence, clause) if clause.thing else None

    def _active(
        self, sentence: Sentence, found: list[Clause], at: int, who: tuple[Actor, ...]
    ) -> Said | None:
        clause = found[at]
        if (
            clause.verb.kind == "event"
            or _past_year(sentence, clause, self.year)
            or _receives(sentence, clause)
            or talks_only(sentence, clause)
        ):
            return None
        if self.kind == "announcement" and _plans(clause) and clause.tense == "present" and not _we(clause):
            return self._announce(sentence, clause)
        act = act_of(sentence, clause, joint=_joint(who))
        if act is None:
            return None
        inner = _wanting(sentence, found, at, act)
        if inner is not None:
            return self._make(sentence, inner[0], inner[1].act, who, addressee_of(self.resolver, sentence, inner[0], inner[1], who), inner[1].complement, start=clause.first)
        if _we(clause) and act.act in JOINT_ONLY and not self.resolver.joint and self.resolver.speaker is not None:
            who = self._both(sentence)
        who = _with_partner(self.resolver, sentence, clause, who, act.complement)
        if len(who) > 1 and act.act == "convey_position":
            act = replace(act, act="share_view")
        addressee = addressee_of(self.resolver, sentence, clause, act, who)
        return self._make(sentence, clause, act.act, who, addressee, act.complement)

    def _future(self, sentence: Sentence, clause: Clause, who: tuple[Actor, ...]) -> Said | None:
        """ "will …": the publisher's programme, its own intention, or a joint undertaking."""
        if _we(clause) or (clause.shares is not None and who and who[0].basis == "publisher"):
            act = act_of(sentence, clause, joint=False)
            addressee = addressee_of(self.resolver, sentence, clause, act, who) if act else None
            return self._make(sentence, clause, "express_intention", who, addressee, "np")
        if self.kind == "announcement" or self.speaks_as_we:
            return self._announce(sentence, clause)
        if len(who) == 1 and who[0].kind == "party" and clause.role == "main" and not clause.passive and who[0].country:
            return self._make(sentence, clause, "pledge", who, None, "to", confidence=0.65)
        if _joint(who) and clause.role == "main" and not clause.passive and not _absent(who):
            return self._make(sentence, clause, "agree", who, None, "to", confidence=0.7)
        return None

    def _announce(self, sentence: Sentence, clause: Clause) -> Said | None:
        if self.resolver.side is None:
            return None
        who = (self.resolver.party(self.resolver.side, "publisher"),)
        plain = (
            clause.thing is not None
            and not clause.passive
            and clause.verb.lemma.split()[0] not in _PROGRAMME
            and clause.thing not in ("participants", "leaders", "sides")
        )
        act = "convey_position" if plain else "announce"
        return self._make(sentence, clause, act, who, None, "np", confidence=0.8)

    def _passive(self, sentence: Sentence, clause: Clause, who: tuple[Actor, ...]) -> Said | None:
        agent = _agent(sentence, clause)
        if agent is not None:
            who_by = self.resolver.one(agent, sentence)
            act = act_of(sentence, clause, joint=_joint(who_by))
            return self._make(sentence, clause, act.act, who_by, None, "np", confidence=0.75) if act else None
        if clause.subject:
            return self._told(sentence, clause, who)
        if clause.tense != "past" and clause.thing != "it" and not clause.perfect:
            return None
        noun = noun_subject(sentence, clause)
        both = self._both(sentence)
        act = act_of(sentence, replace_verb(clause, noun) if noun else clause, joint=True)
        if any(t.low == "no" for t in sentence.toks[max(clause.first, 0) : clause.start]):
            clause.negated = True
        if act is None or (clause.verb.kind == "event" and noun is None) or _background(sentence, clause):
            return None
        return self._make(sentence, clause, act.act, both, None, act.complement, confidence=0.75)

    def _told(self, sentence: Sentence, clause: Clause, who: tuple[Actor, ...]) -> Said | None:
        """ "X was briefed on …", "X was invited to …": the other side acts and X is addressed."""
        act = act_of(sentence, clause, joint=False)
        if (
            act is None
            or len(who) != 1
            or act.act not in ("inform", "invite", "explain", "congratulate", "thank", "request", "urge")
        ):
            return None
        side = self.resolver.side
        others = [p for p in self.resolver.scene(sentence).parties if p != who[0].country]
        code = (
            side if side is not None and side != who[0].country else others[0] if len(others) == 1 else None
        )
        actor = (
            self.resolver.party(code, "group")
            if code
            else Actor("party", "unnamed", None, None, "unresolved")
        )
        return self._make(sentence, clause, act.act, (actor,), who[0], act.complement, confidence=0.7)

    def _of_thing(self, sentence: Sentence, clause: Clause) -> Said | None:
        """ "The talks focused on …", "The declaration reaffirms …", "The programme includes …"."""
        if self.kind == "announcement" and clause.tense == "present" and clause.verb.lemma == "include":
            return self._announce(sentence, clause)
        if clause.thing == "there":
            noun = clause.verb.nouns
            return (
                self._make(sentence, clause, noun.act, self._both(sentence), None, "np", confidence=0.75)
                if noun
                else None
            )
        if (
            clause.verb.kind == "event"
            and clause.thing in ("discussion", "discussions", "exchange", "exchanges")
            and clause.verb.lemma.split()[0] in ("take", "continue", "hold")
        ):
            return self._make(sentence, clause, "discuss", self._both(sentence), None, "np", confidence=0.7)
        if (
            clause.verb.kind == "event"
            or clause.thing not in _TALKS | _PAPERS
            or _background(sentence, clause)
        ):
            return None
        act = act_of(sentence, clause, joint=True)
        if act is None or clause.verb.kind == "predicate" or GROUP_OF[act.act] in ("ASK", "APPRECIATE"):
            return None
        return self._make(
            sentence, clause, act.act, self._both(sentence), None, act.complement, confidence=0.7
        )

    def _participle(
        self, sentence: Sentence, found: list[Clause], at: int, who: tuple[Actor, ...]
    ) -> Said | None:
        clause = found[at]
        if not who or clause.verb.kind in ("event", "predicate") or _mere_frame(sentence, found, at):
            return None
        act = act_of(sentence, clause, joint=_joint(who))
        mains = [c for c in found if c.role in ("main", "as")]
        spoken = any(c.verb.kind in ("group", "light") and c.verb.lemma not in _MEETING_VERBS for c in mains)
        if act is None or (act.act in ("discuss", "sign", "deliver", "explain") and spoken):
            return None
        if self.kind == "announcement" and mains and mains[-1].tense == "future":
            return None
        return self._make(sentence, clause, act.act, who, None, act.complement, confidence=0.75)

    def _purpose(
        self, sentence: Sentence, found: list[Clause], at: int, actors: dict[int, tuple[Actor, ...]]
    ) -> Said | None:
        """ "met … to discuss …": what the meeting was for was done by those who met."""
        clause = found[at]
        met = [i for i in range(at) if found[i].role == "main" and _meets(sentence, found[i])]
        said = [
            i
            for i in range(at)
            if i > (met[-1] if met else 0)
            and found[i].verb.kind in ("group", "light", "predicate")
            and found[i].role != "infinitive"
        ]
        if not met or said or found[met[-1]].tense != "past" or clause.verb.kind not in ("group", "light"):
            return None
        who = self._both(sentence)
        act = act_of(sentence, clause, joint=True)
        if act is None or act.act not in (
            "discuss",
            "affirm",
            "share_view",
            "agree",
            "welcome",
            "express_concern",
        ):
            return None
        return self._make(sentence, clause, act.act, who, None, act.complement, confidence=0.7)

    def _embedded(
        self, sentence: Sentence, found: list[Clause], at: int, who: tuple[Actor, ...]
    ) -> Said | None:
        """A clause inside what was said counts where the outer verb only passes it on."""
        clause = found[at]
        if clause.marker == "where" and clause.tense == "future" and self.kind == "announcement":
            return self._announce(sentence, clause)
        if clause.marker == "where" and clause.passive and self.kind != "announcement":
            return self._told(sentence, clause, who)
        if clause.marker == "which" and clause.perfect and _joint(who) and clause.verb.kind == "group":
            act = act_of(sentence, clause, joint=True)
            return (
                self._make(sentence, clause, act.act, who, None, act.complement, confidence=0.6)
                if act
                else None
            )
        if clause.marker != "that" or not who or clause.verb.kind not in ("group", "light") or clause.modal:
            return None
        act = act_of(sentence, clause, joint=_joint(who))
        if act is None or act.act not in PASSED_ON or clause.tense != "past":
            return None
        addressee = addressee_of(self.resolver, sentence, clause, act, who)
        return self._make(sentence, clause, act.act, who, addressee, act.complement, confidence=0.8)

    def _relative(self, sentence: Sentence, clause: Clause) -> Said | None:
        if (
            self.kind == "announcement"
            and clause.marker == "which"
            and clause.tense == "future"
            and clause.verb.kind != "event"
        ):
            act = act_of(sentence, clause, joint=False)
            if (
                self.resolver.side is not None
                and act is not None
                and act.act in ("convey_position", "affirm")
            ):
                who = (self.resolver.party(self.resolver.side, "publisher"),)
                return self._make(sentence, clause, "convey_position", who, None, "np", confidence=0.6)
        return None

    def _plain(self, sentence: Sentence, found: list[Clause]) -> list[Said]:
        """Where the publisher speaks as "we", its plain assertions are statements too."""
        side = self.resolver.side
        if not self.speaks_as_we or side is None or sentence.block.kind != "paragraph":
            return []
        lows = [t.low for t in sentence.toks]
        present = next(
            (
                i
                for i, w in enumerate(lows[:40])
                if w in ("is", "are", "has", "have", "remains", "continues", "becomes")
            ),
            None,
        )
        past = any(w in ("was", "were") or w.endswith("saw") for w in lows[: (present or 40)])
        if present is None or past or present == 0:
            return []
        act = "inform" if "underway" in lows or "under way" in " ".join(lows) else "convey_position"
        verb = VerbHit("event", present, present + 1, frozenset({"third"}), lows[present])
        clause = Clause(verb, present, "main", "present", False, False, None, False)
        who = (self.resolver.party(side, "publisher"),)
        return [Said(sentence, clause, act, who, 0, len(lows), "plain", 0.6)]

    # -- making ---------------------------------------------------------------------------------

    def _both(self, sentence: Sentence) -> tuple[Actor, ...]:
        """Everybody in the room."""
        scene = self.resolver.scene(sentence)
        if len(scene.persons) >= 2 and len({e.country for e in scene.persons}) >= len(scene.parties):
            return tuple(e.actor("group") for e in scene.persons)
        if scene.parties:
            return tuple(self.resolver.party(code, "group") for code in scene.parties)
        return (Actor("party", "both sides", None, None, "unresolved"),)

    def _make(
        self, sentence: Sentence, clause: Clause, act: str, who: tuple[Actor, ...], addressee: Actor | None,
        complement: str, confidence: float = 0.9, start: int | None = None,
    ) -> Said:  # fmt: skip
        start = _marker_start(sentence, clause) if start is None else start
        if any(a.basis == "unresolved" for a in who):
            confidence = min(confidence, 0.4)
        elif any(a.basis in ("coreference", "group") for a in who):
            confidence -= 0.03
        return Said(
            sentence,
            clause,
            act,
            who,
            start,
            len(sentence.toks),
            clause.verb.rule,
            round(confidence, 2),
            addressee,
            complement,
        )


def replace_verb(clause: Clause, verb: object) -> Clause:
    """Return the clause with another verb hit; the rest as it was."""
    return replace(clause, verb=verb)  # type: ignore[arg-type]


def _mere_frame(sentence: Sentence, found: list[Clause], at: int) -> bool:
    """ "Replying to questions, …" frames what follows; "agreed to X while doing Y" says how X is done."""
    clause, toks = found[at], sentence.toks
    if clause.start == 0 and clause.verb.lemma.split()[0] in (
        "reply",
        "answer",
        "respond",
        "speak",
        "address",
        "comment",
        "open",
        "touch",
        "talk",
        "discuss",
        "sum",
    ):
        return True
    mains = [c for c in found[:at] if c.role == "main"]
    doing = bool(mains) and complement(sentence, mains[-1]) == "to"
    return doing and any(t.low == "while" for t in toks[max(0, clause.start - 6) : clause.start])


def _joint(who: Sequence[Actor]) -> bool:
    return len(who) > 1


def _absent(who: Sequence[Actor]) -> bool:
    return all(a.basis == "unresolved" for a in who)


def _we(clause: Clause) -> bool:
    return (
        len(clause.subject) == 1
        and clause.subject[0].group is not None
        and clause.subject[0].group.noun == "we"
    )


def _plans(clause: Clause) -> bool:
    return clause.verb.lemma in ("plan", "intend", "schedule", "expect")


def _receives(sentence: Sentence, clause: Clause) -> bool:
    """ "welcomed President X to the White House" is a meeting, not praise."""
    if clause.verb.lemma not in ("welcome", "receive", "greet"):
        return False
    ref = sentence.cover.get(clause.verb.end)
    if ref is None or ref.kind not in ("person", "role"):
        return False
    after = sentence.toks[ref.end].low if ref.end < len(sentence.toks) else "."
    return after in ("to", "at", "in", "for", "on", ".", ",", "today")


def _meets(sentence: Sentence, clause: Clause) -> bool:
    verb = clause.verb
    return (
        verb.kind == "event" or talks_only(sentence, clause) or _receives(sentence, clause)
    ) and verb.lemma.split()[0] in _MEETING_VERBS


def _with_partner(
    resolver: Resolver, sentence: Sentence, clause: Clause, who: tuple[Actor, ...], complement: str
) -> tuple[Actor, ...]:
    """ "agreed with X that …", "discussed with X …": X acts too."""
    i = after_verb(clause.verb)
    lemma = clause.verb.lemma.split()[0]
    joins = (
        lemma in ("agree", "discuss", "exchange", "review", "share", "sign")
        or (clause.verb.nouns is not None
        and clause.verb.nouns.act in ("discuss", "agree"))
    )
    if not joins or i >= len(sentence.toks) or sentence.toks[i].low != "with" or len(who) > 1:
        return who
    ref = sentence.cover.get(i + 1)
    if ref is None or ref.kind not in ("person", "role", "party", "side"):
        return who
    return who + tuple(a for a in resolver.one(ref, sentence) if a.name not in {w.name for w in who})


def _agent(sentence: Sentence, clause: Clause) -> object:
    """Return the ref after "by" that follows a passive verb closely."""
    toks = sentence.toks
    for i in range(clause.verb.end, min(len(toks) - 1, clause.verb.end + 4)):
        if toks[i].low == "by":
            ref = sentence.cover.get(i + 1)
            return ref if ref is not None and ref.start == i + 1 else None
    return None


def _background(sentence: Sentence, clause: Clause) -> bool:
    """A passive with a year of its own tells of another time."""
    following = sentence.toks[clause.verb.end : clause.verb.end + 10]
    return any(
        a.low == "in" and b.text.isdigit() and len(b.text) == 4
        for a, b in zip(following, following[1:], strict=False)
    )


def _past_year(sentence: Sentence, clause: Clause, year: int | None) -> bool:
    """Say whether a clause dates itself to an earlier year than the document: it is background."""
    following = sentence.toks[clause.verb.end : clause.verb.end + 8]
    years = [
        int(b.text)
        for a, b in zip(following, following[1:], strict=False)
        if a.low == "in" and len(b.text) == 4 and b.text.isdigit()
    ]
    return year is not None and bool(years) and years[0] < year and clause.tense == "past"


def _marker_start(sentence: Sentence, clause: Clause) -> int:
    toks, start = sentence.toks, clause.first
    if clause.role == "participle" and start and toks[start - 1].low in ("while", "with", "whereas"):
        return start - 1
    if clause.role == "as" and start and toks[start - 1].low == "as":
        return start - 1
    return start


def _passed_on(said: list[Said]) -> list[Said]:
    """Drop a speech verb whose clause was coded instead, and let a judgement inside it name the act."""
    kept: list[Said] = []
    for at, item in enumerate(said):
        following = said[at + 1] if at + 1 < len(said) else None
        if (
            following is not None
            and following.clause.role == "embedded"
            and following.clause.marker == "that"
            and (_passes(item) if item.clause.verb.predicate else _passes(item) and item.complement in ("that", "none"))
        ):
            continue
        if (
            item.clause.role == "embedded"
            and item.clause.marker == "that"
            and (at == 0 or not _passes(said[at - 1]))
            and not _paper_before(item)
        ):
            continue
        kept.append(item)
    for item in kept:
        _judged(item)
    return kept


def _as_clause(said: list[Said]) -> list[Said]:
    """ "As X stressed, …": the rest of the sentence is what was said, unless somebody else acts in it."""
    lead = next((s for s in said if s.clause.role == "as"), None)
    if lead is None or lead.start > 1:
        return said
    return [s for s in said if s is lead or s.clause.subject]


def _wanting(sentence: Sentence, found: list[Clause], at: int, act: Act) -> tuple[Clause, Act] | None:
    """"I want to thank …", "would like to stress …": the wish is a form of words, the act is the second verb."""
    if act.act != "express_intention" or act.complement != "to" or at + 1 >= len(found):
        return None
    inner = found[at + 1]
    if inner.role != "infinitive" or inner.start > found[at].verb.end + 3:
        return None
    second = act_of(sentence, inner, joint=False)
    if second is None or GROUP_OF[second.act] not in ("APPRECIATE", "OBJECT", "ASK") and second.act != "convey_position":
        return None
    return inner, second


def _passes(item: Said) -> bool:
    if item.clause.verb.predicate is not None:
        return item.complement == "to"
    group = item.clause.verb.group
    return group is not None and group.passes_on


def _paper_before(item: Said) -> bool:
    """ "The document said that the leaders had agreed": the paper speaks, the leaders act."""
    toks = item.sentence.toks
    return any(t.low in _PAPERS for t in toks[: item.clause.first]) and any(
        t.low in ("said", "says", "states", "stated") for t in toks[: item.clause.first]
    )


def _judged(item: Said) -> None:
    """ "stated that X is regrettable", "said they were determined": the predicate names the act."""
    group = item.clause.verb.group
    if group is None or not group.passes_on or item.complement not in ("that", "np"):
        return
    for verb in item.sentence.verbs:
        if verb.start <= item.clause.verb.start or verb.predicate is None:
            continue
        predicate = verb.predicate
        before = item.sentence.cover.get(verb.start - 1)
        own = (
            before is not None
            and before.kind == "pronoun"
            and before.group is not None
            and before.group.noun in ("he", "she", "they", "we")
        )
        if predicate.of_thing or own:
            item.act = predicate.joint if len(item.actors) > 1 and predicate.joint else predicate.act
            item.rule = predicate.id
        return


def _lay_out(sentence: Sentence, said: list[Said]) -> None:
    """Give each statement its words: from its start to the start of the next; the first takes the front."""
    said.sort(key=lambda s: s.start)
    toks = sentence.toks
    if said and said[0].clause.role in ("main", "as") and said[0].start > 0:
        said[0].start = 0
    for at, item in enumerate(said):
        if item.clause.role == "as" and len(said) == 1:
            item.end = len(toks)
            continue
        if item.clause.role == "postposed":
            item.start, item.end = (0 if at == 0 else said[at - 1].end), len(toks)
            continue
        end = said[at + 1].start if at + 1 < len(said) else len(toks)
        if at + 1 < len(said) and said[at + 1].clause.role == "postposed":
            end = item.clause.verb.end
        while end > item.clause.verb.end and toks[end - 1].low in (
            ",",
            "and",
            ";",
            "but",
            "while",
            "also",
            "as",
            "well",
            "then",
            "both",
            "that",
        ):
            end -= 1
        item.end = max(end, item.clause.verb.end)
    for one, two in zip(said, said[1:], strict=False):
        between = [t.low for t in toks[one.clause.verb.end : two.clause.start]]
        if (
            two.clause.shares is not None
            and between
            and all(w in ("and", "also", ",", "or") for w in between)
        ):
            one.end, two.start = two.end, one.start
