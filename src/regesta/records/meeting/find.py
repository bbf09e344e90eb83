"""Find the mentions of meetings in a sentence: by verb ("met", "will visit") and by noun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from regesta.mentions.events import EventMention, find_events
from regesta.mentions.tokens import is_capital
from regesta.mentions.verbs import MODALS, VerbHit
from regesta.records.cast import Cast, Entity
from regesta.records.clauses import Clause, clauses
from regesta.records.meeting.draft import Draft
from regesta.records.view import Ref, Sentence
from regesta.rules.meetings import meeting_rules

_CARRIERS = frozenset(
    ["hold", "have", "conduct", "host", "attend", "launch", "pay", "make", "undertake", "participate", "join", "co-chair", "chair", "take", "engage", "carry", "convene", "organize", "organise", "complete", "begin", "start", "continue", "open", "arrange", "schedule", "plan", "receive", "lead", "give", "enter", "exchange"]
)
_ATTENDS = frozenset({"attend", "participate", "join", "take"})
_DETERMINED = frozenset({"the", "this", "that", "these", "those", "their", "its", "his", "her", "our"})
_NP_STOP = frozenset(
    ["in", "on", "at", "with", "to", "for", "by", "from", "during", "after", "before", "following", "and", "or", "but", "as", "of", "which", "that", "who", "while", "where", "when", "since", "until", "through", "via", "into", "about", "over", "under", "between", "including", "also", "both", "will", "is", "are", "was", "were", "be", "been", "had", "has", "have", "would"]
)


@cache
def _classes() -> dict[str, str]:
    rules = meeting_rules()
    order = ("lead", "receive", "visit", "meet")
    return {verb: name for name in order for verb in rules.verbs[name]}  # type: ignore[index]


@dataclass(slots=True)
class Finder:
    """Finds drafts; knows the cast and who the publisher is, nothing of dates."""

    cast: Cast
    actors_of: object

    def find(self, sentence: Sentence) -> list[Draft]:
        """Return the drafts of a sentence in the order of their heads."""
        nouns = find_events(sentence.toks)
        used: set[int] = set()
        found = clauses(sentence)
        verbal = {
            c.verb.start for c in found if c.role != "noun" and c.verb.kind == "event" and not _is_noun(c)
        }
        used |= {noun.start for noun in nouns if noun.start in verbal}
        drafts = []
        for at, clause in enumerate(found):
            draft = self._of_verb(sentence, found, at, nouns, used)
            if draft is not None:
                drafts.append(draft)
        for verb in sentence.verbs:
            if "ing" in verb.forms:
                draft = self._welcoming(sentence, verb)
                if draft is not None:
                    drafts.append(draft)
        for noun in nouns:
            if noun.start in used:
                continue
            series = _series(sentence, noun, nouns)
            if series is not None:
                used.add(series.start)
                noun = EventMention(noun.start, series.end, series.noun if series.noun.format else noun.noun)  # noqa: PLW2901
            if noun.start not in used:
                draft = self._of_noun(sentence, noun, drafts)
                if draft is not None:
                    drafts.append(draft)
        return sorted(drafts, key=lambda d: (d.head, d.start))

    # -- verbs ----------------------------------------------------------------------------------

    def _of_verb(
        self, sentence: Sentence, found: list[Clause], at: int, nouns: Sequence[EventMention], used: set[int]
    ) -> Draft | None:
        clause = found[at]
        verb, lemma = clause.verb, clause.verb.lemma
        if verb.kind == "predicate" or (
            verb.kind == "group" and verb.lemma.split()[0] not in ("welcome", "receive")
        ):
            return None
        if _is_noun(clause) and clause.verb.kind == "event":
            return None
        name = _classes().get(lemma) or _classes().get(lemma.split()[0])
        limit = _clause_end(sentence, found, at)
        noun = next(
            (
                n
                for n in nouns
                if verb.start < n.end and n.start < limit and n.start not in used and n.start >= verb.start
            ),
            None,
        )
        if lemma.split()[0] in _CARRIERS and name not in ("lead",):
            if noun is None or _far(sentence, clause.verb, noun):
                return self._receive(sentence, clause) if lemma in ("receive", "host") else None
            return self._carried(sentence, clause, noun, used, limit)
        if name == "meet":
            return self._meet(sentence, clause, limit, noun, used)
        if lemma in ("call on", "call upon"):
            return self._called_on(sentence, clause)
        if name == "receive":
            return self._receive(sentence, clause)
        if name in ("visit", "lead") and not _is_noun(clause):
            return self._visit(sentence, found, at, limit, name)
        return None

    def _carried(
        self, sentence: Sentence, clause: Clause, noun: EventMention, used: set[int], limit: int
    ) -> Draft | None:
        """ "held a Summit Meeting with …", "paid a courtesy call on …", "will attend the … Summit"."""
        if clause.passive and not clause.subject:
            return None
        if clause.verb.lemma.split()[0] in _ATTENDS:
            return None
        people = self._people(clause.subject, found_subject=True)
        if clause.shares is not None:
            people = self._people(clauses(sentence)[clause.shares].subject, found_subject=True)
        draft = self._noun_draft(sentence, noun, kind="visit" if noun.noun.format == "visit" else "meet")
        used.add(noun.start)
        for other in find_events(sentence.toks):
            if noun.end <= other.start < limit and _same_phrase(sentence, noun, other):
                used.add(other.start)
                draft.format = draft.format or other.noun.format
                draft.medium = draft.medium or other.noun.medium
        draft.start, draft.end = clause.first, max(draft.end, noun.end)
        draft.tense, draft.verb = _tense(clause), clause.verb.lemma.split()[0]
        draft.add_people(people)
        if draft.format == "visit":
            draft.people = people
            self._destination(sentence, draft, noun.end, limit)
        else:
            draft.add_people(self._with(sentence, noun.end, limit))
            if draft.format == "courtesy_call":
                draft.add_people(self._with(sentence, noun.end, limit, words=("on", "to", "upon")))
        draft.parties |= self._side_codes(clause.subject, sentence) | _counterparts(
            sentence, clause.verb.end, noun.start
        )
        draft.shared_cast = not people and any(r.kind in ("group", "pronoun") for r in clause.subject)
        draft.group_level = _group_level(clause.subject) or _at_level(sentence, noun.end)
        draft.specific = True
        return draft

    def _meet(
        self, sentence: Sentence, clause: Clause, limit: int, noun: EventMention | None, used: set[int]
    ) -> Draft | None:
        subject = clause.subject or (
            clauses(sentence)[clause.shares].subject if clause.shares is not None else []
        )
        if clause.role not in ("main", "as", "infinitive", "embedded") or (
            clause.passive and clause.verb.lemma != "joined"
        ):
            return None
        toks, end = sentence.toks, clause.verb.end
        withs = self._with(sentence, end, limit)
        direct = toks[end - 1].low in ("with", "to") or clause.verb.lemma == "meet"
        if not withs and direct and end < len(toks) and (ref := sentence.cover.get(end)) is not None:
            withs = self._people(_listed(sentence, ref)) if ref.kind in ("person", "role") else []
        people = self._people(subject, found_subject=True)
        alone = clause.role == "infinitive" and not subject
        plural = (
            len(people) + len(withs) > 1
            or (alone and _again(sentence, end))
            or any(r.kind == "group" for r in subject)
            or _partners(sentence, end - 1, limit)
        )
        if (
            clause.verb.lemma.split()[0] in ("speak", "talk", "call")
            and not withs
            and "by" not in [t.low for t in toks[end : end + 2]]
        ):
            return None
        if not plural or (clause.verb.lemma.split()[0] in ("call",) and not withs):
            return None
        draft = Draft(
            sentence,
            clause.first,
            min(limit, end + 1),
            clause.verb.start,
            "meet",
            None,
            rule=f"verb.{clause.verb.lemma}",
        )
        draft.add_people(people)
        draft.add_people(withs)
        draft.tense = _tense(clause)
        draft.parties |= self._side_codes([*subject, *_refs_between(sentence, end, limit)], sentence)
        draft.specific = True
        draft.shared_cast = not people and (alone or any(r.kind in ("group", "pronoun") for r in subject))
        draft.verb = clause.verb.lemma.split()[0]
        draft.group_level = _group_level(subject)
        draft.each = any(t.low == "separately" for t in toks[clause.start : end + 3])
        draft.purpose = clause.role == "infinitive"
        return draft

    def _receive(self, sentence: Sentence, clause: Clause) -> Draft | None:
        ref = sentence.cover.get(clause.verb.end) or _received(sentence, clause)
        if ref is None or ref.kind not in ("person", "role") or not clause.subject:
            return None
        after = sentence.toks[ref.end].low if ref.end < len(sentence.toks) else "."
        if after in ("’s", "'s", "’") or (
            clause.verb.lemma == "welcome" and after not in ("to", "at", "in", "for", "on", ".", ",", "today")
        ):
            return None
        draft = Draft(
            sentence, clause.first, ref.end, clause.verb.start, "meet", None, rule=f"verb.{clause.verb.lemma}"
        )
        draft.tense = _tense(clause)
        draft.add_people(self._people(clause.subject, found_subject=True))
        draft.add_people(self._people(_listed(sentence, ref)))
        draft.specific = True
        return draft

    def _called_on(self, sentence: Sentence, clause: Clause) -> Draft | None:
        """"called on the President": a courtesy call, where nothing is asked of him."""
        ref = sentence.cover.get(clause.verb.end)
        if ref is None or ref.kind not in ("person", "role") or not clause.subject or _then_to(sentence, ref):
            return None
        draft = Draft(sentence, clause.first, ref.end, clause.verb.start, "meet", "courtesy_call", rule="verb.call on")
        draft.tense, draft.specific = _tense(clause), True
        draft.add_people(self._people(clause.subject, found_subject=True))
        draft.add_people(self._people([ref]))
        return draft

    def _welcoming(self, sentence: Sentence, verb: VerbHit) -> Draft | None:
        """ "looks forward to welcoming Prime Minister X to …"."""
        if (
            verb.lemma not in ("welcome", "receive", "host", "meet")
            or verb.start == 0
            or sentence.toks[verb.start - 1].low != "to"
        ):
            return None
        ref = sentence.cover.get(verb.end)
        if ref is None or ref.kind not in ("person", "role"):
            return None
        draft = Draft(
            sentence, 0, ref.end, verb.start, "meet", None, rule=f"verb.{verb.lemma}", status="planned"
        )
        hosts = [r for r in sentence.refs if r.end <= verb.start and r.kind in ("person", "role")]
        draft.add_people(self._people(hosts[:1]))
        draft.add_people(self._people([ref]))
        draft.specific = True
        return draft

    def _visit(self, sentence: Sentence, found: list[Clause], at: int, limit: int, name: str) -> Draft | None:
        clause = found[at]
        subject = clause.subject
        if clause.shares is not None:
            subject = found[clause.shares].subject
        if name == "lead" and (clause.passive or not _delegation(sentence, clause)):
            return None
        if clause.role == "infinitive":
            subject = _invited(sentence, clause) or subject
        if clause.role == "relative" and clause.marker == "who":
            before = [r for r in sentence.refs if r.end < clause.start and r.kind in ("person", "role")]
            subject = before[-1:]
        people = self._people(subject, found_subject=True)
        start = (
            clause.first if subject is clause.subject or not subject else min(subject[0].start, clause.start)
        )
        draft = Draft(
            sentence,
            start,
            min(limit, clause.verb.end + 3),
            clause.verb.start,
            "visit",
            "visit",
            rule=f"verb.{clause.verb.lemma}",
        )
        draft.people = people
        draft.tense = _tense(clause)
        self._destination(sentence, draft, clause.verb.end, limit)
        if draft.destination is None and not _place_follows(sentence, clause.verb.end):
            return None
        draft.end = max(draft.end, min(limit, clause.verb.end + 4))
        draft.specific = True
        return draft

    # -- nouns ----------------------------------------------------------------------------------

    def _of_noun(self, sentence: Sentence, noun: EventMention, drafts: Sequence[Draft]) -> Draft | None:
        took_place = _took_place(sentence, noun)
        draft = self._noun_draft(sentence, noun, kind="noun")
        limit = _noun_end(sentence, noun)
        if draft.format == "visit":
            draft.people = self._visitors(sentence, draft, noun, limit)
            draft.parties = set()
            self._destination(sentence, draft, noun.end, limit)
        else:
            draft.add_people(self._with(sentence, noun.end, limit, words=("with", "between", "of")))
            draft.parties |= {
                m.code
                for m in sentence.states
                if m.code
                and sentence.toks[draft.start].start <= m.span.start < sentence.toks[noun.end - 1].end
            }
            draft.group_level = _at_level(sentence, noun.end)
            if took_place and len(draft.parties) > 1 and draft.format in (None, "summit"):
                draft.kind = "meet"
        return draft

    def _noun_draft(self, sentence: Sentence, noun: EventMention, kind: str) -> Draft:
        start = _phrase_start(sentence, noun.start)
        toks = sentence.toks
        words = [t.low for t in toks[start : noun.end]]
        draft = Draft(
            sentence,
            start,
            noun.end,
            noun.start,
            kind,
            noun.noun.format,
            noun.noun.medium,
            rule=f"noun.{noun.noun.id}",
        )
        draft.definite = words[0] in _DETERMINED
        draft.name_end = noun.end
        organisation = _organisation(sentence, start, noun.end)
        if (
            organisation
            and draft.format in ("summit", "foreign_ministers", None, "forum")
            and noun.noun.id not in ("visit", "call", "meal")
        ):
            capital = is_capital(toks[noun.start])
            if draft.format is not None or capital:
                draft.format = "forum"
        if draft.format == "forum" or noun.noun.named:
            body = [
                t.low
                for t in toks[start : noun.end]
                if t.low not in _DETERMINED
                and t.low
                not in ("a", "an", "upcoming", "forthcoming", "next", "third", "second", "first", "special")
            ]
            draft.named = " ".join(body)
        draft.specific = noun.noun.named and (is_capital(toks[noun.start]) or noun.noun.id == "other")
        draft.specific = draft.specific or draft.format == "forum"
        draft.bare = noun.noun.bare
        if draft.format != "visit":
            inside = {
                m.code
                for m in sentence.states
                if m.code and toks[start].start <= m.span.start < toks[noun.end - 1].end
            }
            draft.parties |= inside if len(inside) > 1 else set()
        return draft

    # -- people and places ----------------------------------------------------------------------

    def _people(self, refs: Sequence[Ref], found_subject: bool = False) -> list[Entity]:
        people = []
        for ref in refs:
            entity = self.cast.of_ref(ref)
            if entity is not None and entity not in people and not entity.voice:
                people.append(entity)
        if found_subject and not people and self.actors_of is not None:
            for ref in refs:
                people += [e for e in self.actors_of(ref) if e not in people]  # type: ignore[operator]
        return people

    def _with(
        self, sentence: Sentence, start: int, limit: int, words: tuple[str, ...] = ("with",)
    ) -> list[Entity]:
        """The persons after "with": the first and all that a list adds."""
        toks = sentence.toks
        for i in range(start, min(limit, len(toks) - 1)):
            if toks[i].low in words:
                for j in range(i + 1, min(i + 3, len(toks))):
                    ref = sentence.cover.get(j)
                    if ref is not None and ref.kind in ("person", "role") and not _possessed(sentence, ref):
                        return self._people(_listed(sentence, ref))
                if words == ("with",):
                    return self._led(sentence, i + 1)
        return []

    def _led(self, sentence: Sentence, start: int) -> list[Entity]:
        """ "with the EU Delegation, led by Ambassador X": the person who leads the other side."""
        toks = sentence.toks
        for i in range(start, min(start + 14, len(toks) - 2)):
            if toks[i].low in ("led", "headed") and toks[i + 1].low == "by":
                ref = sentence.cover.get(i + 2)
                if ref is not None and ref.kind == "person":
                    return self._people([ref])
        return []

    def _side_codes(self, refs: Sequence[Ref], sentence: Sentence) -> set[str]:
        codes = {r.state.code for r in refs if r.state is not None and r.state.code}
        for ref in refs:
            if ref.group is not None:
                codes |= set(ref.group.states)
        return {c for c in codes if c}

    def _visitors(self, sentence: Sentence, draft: Draft, noun: EventMention, limit: int) -> list[Entity]:
        """The visitor: "X's visit", "visit of X", "visit to … by X"."""
        toks = sentence.toks
        for i in range(noun.start, max(-1, draft.start - 2), -1):
            if toks[i].low in ("’s", "'s", "’") and (ref := sentence.ref_ending(i - 1)) is not None:
                return self._people([ref])
        for i in range(noun.end, min(limit, len(toks) - 1)):
            if (
                toks[i].low in ("of", "by")
                and (ref := sentence.cover.get(i + 1) or sentence.cover.get(i + 2)) is not None
                and ref.kind in ("person", "role")
            ):
                people = self._people([ref])
                if people:
                    return people
        owner = [t.low for t in toks[draft.start : noun.start]]
        if owner and owner[0] in ("his", "her") and self.actors_of is not None:
            return list(self.actors_of(None))  # type: ignore[operator]
        return []

    def _destination(self, sentence: Sentence, draft: Draft, start: int, limit: int) -> None:
        """The state a visit goes to: the first one named after the verb, or after "to"."""
        codes = []
        for state in sentence.states:
            at = sentence.token_at(state.span.start)
            if start <= at < min(limit, start + 12) and state.code and state.kind in ("name", "metonym"):
                before = [t.low for t in sentence.toks[start:at]]
                if "of" in before[-2:] or "by" in before or "with" in before:
                    continue
                codes.append((at, state.code))
        if not codes:
            return
        draft.destination = codes[0][1]
        if (
            len(codes) > 1
            and any(t.low == "and" for t in sentence.toks[codes[0][0] : codes[1][0]])
            and draft.kind == "visit"
        ):
            draft.parties.add(codes[1][1])


def _tense(clause: Clause) -> str:
    """Past, present, future or infinitive: what the clause says of when the meeting is."""
    if clause.role == "infinitive":
        return "infinitive"
    return "future" if clause.modal in ("will", "shall", "would") else clause.tense


def _is_noun(clause: Clause) -> bool:
    """ "saw visits to X": a plural noun that looks like a verb, as it has no subject."""
    return clause.verb.forms == frozenset({"third"}) and not clause.subject and clause.shares is None


def _clause_end(sentence: Sentence, found: list[Clause], at: int) -> int:
    """Where the words of a clause end: at the next clause that has its own start."""
    clause = found[at]
    for other in found[at + 1 :]:
        if other.first > clause.verb.end and other.role != "infinitive":
            return other.first
    return len(sentence.toks)


def _took_place(sentence: Sentence, noun: EventMention) -> bool:
    """ "Talks between X and Y were held in Z": the noun is what happened."""
    lows = [t.low for t in sentence.toks[noun.end :]]
    for i, low in enumerate(lows[:45]):
        if low in ("was", "were") and "held" in lows[i + 1 : i + 4]:
            return True
        if low == "took" and "place" in lows[i + 1 : i + 3]:
            return True
    return False


def _group_level(refs: Sequence[Ref]) -> str | None:
    """The level that a plural subject names: "the foreign ministers of A and B"."""
    for ref in refs:
        if ref.group is not None and ref.group.of == "person" and ref.group.level not in (None, "other"):
            return ref.group.level
        if ref.person is not None and ref.person.plural:
            return ref.person.level
    return None


def _at_level(sentence: Sentence, start: int) -> str | None:
    """"consultations at the level of deputy ministers": the level is said after the noun."""
    toks = sentence.toks
    for i in range(start, min(start + 14, len(toks) - 2)):
        if toks[i].low == "level" and toks[i + 1].low == "of":
            ref = sentence.cover.get(i + 2) or sentence.cover.get(min(i + 3, len(toks) - 1))
            if ref is not None and ref.group is not None:
                return ref.group.level
            return ref.person.level if ref is not None and ref.person is not None else None
    return None


def _delegation(sentence: Sentence, clause: Clause) -> bool:
    words = {t.low for t in sentence.toks[clause.verb.end : clause.verb.end + 7]}
    return bool(words & {"delegation", "mission", "team", "group"})


def _counterparts(sentence: Sentence, start: int, end: int) -> set[str]:
    """ "her Mexican and Canadian counterparts": the states inside."""
    toks = sentence.toks
    at = next(
        (i for i in range(start, end) if toks[i].low in ("counterpart", "counterparts", "colleagues")), None
    )
    if at is None:
        return set()
    return {m.code for m in sentence.states if m.code and toks[start].start <= m.span.start < toks[at].start}


def _noun_end(sentence: Sentence, noun: EventMention) -> int:
    toks = sentence.toks
    for i in range(noun.end, len(toks)):
        if toks[i].text in ";." or toks[i].low in MODALS or toks[i].low in ("was", "were", "is", "are"):
            return i
        if any(v.start == i and v.kind == "group" for v in sentence.verbs):
            return i
    return len(toks)


def _phrase_start(sentence: Sentence, start: int) -> int:
    """Walk left over the modifiers of a meeting noun to the beginning of its phrase."""
    toks, i = sentence.toks, start
    taken = {k for v in sentence.verbs for k in range(v.start, v.end)}
    while i > 0 and start - i < 14:
        word = toks[i - 1]
        if word.low in _NP_STOP and not (
            word.low in ("and", "of") and is_capital(toks[i]) and i > 1 and is_capital(toks[i - 2])
        ):
            break
        if not (word.text[0].isalnum() or word.text in "’'“”-–+") or (
            i - 1 in taken and not is_capital(word) and not word.low.endswith(("ed", "ing"))
        ):
            break
        i -= 1
        if word.low in ("a", "an", "the", "this", "their", "his", "her", "its", "our", "another"):
            break
    while i < start and toks[i].text in "’'“”":
        i += 1
    return i


def _organisation(sentence: Sentence, start: int, end: int) -> bool:
    words = " ".join(t.text for t in sentence.toks[start:end])
    parties = {
        m.code
        for m in sentence.states
        if m.code and sentence.toks[start].start <= m.span.start < sentence.toks[end - 1].end
    }
    if len(parties) >= 2:
        return False
    return any(_whole(name, words) for name in meeting_rules().organisations)


def _whole(name: str, words: str) -> bool:
    return f" {name} " in f" {words} " or f" {name}-" in f" {words}" or f" {name}/" in f" {words}"


def _series(sentence: Sentence, noun: EventMention, nouns: Sequence[EventMention]) -> EventMention | None:
    """ "the first round of consultations": round and series are one meeting."""
    toks = sentence.toks
    if (
        toks[noun.end - 1].low not in ("round", "session", "meeting")
        or noun.end >= len(toks)
        or toks[noun.end].low != "of"
    ):
        return None
    following = next((n for n in nouns if noun.end < n.start <= noun.end + 7), None)
    if following is None or any(toks[k].text in ",;:" for k in range(noun.end, following.start)):
        return None
    return following


def _same_phrase(sentence: Sentence, noun: EventMention, other: EventMention) -> bool:
    """ "Foreign and Defence Ministerial Consultation (“2+2” Ministerial Meeting)" is one name."""
    between = [t.low for t in sentence.toks[noun.end : other.start]]
    return len(between) <= 3 and all(
        w in ("and", "(", "“", "meeting", "ministerial", "”", "-", "working") for w in between
    )


def _far(sentence: Sentence, verb: VerbHit, noun: EventMention) -> bool:
    """The noun is the verb's object only if no preposition stands between them."""
    between = [t.low for t in sentence.toks[verb.end : noun.start]]
    if verb.lemma in ("host", "join", "convene", "gather", "receive") and "for" in between:
        between.remove("for")
    return len(between) > 12 or any(
        w in ("to", "for", "on", "at", "during", "that", "by", ",", "after", "before", "where", "with")
        for w in between
    )


def _listed(sentence: Sentence, ref: Ref) -> list[Ref]:
    """A ref and the persons that a list adds to it."""
    refs, i = [ref], ref.end
    toks = sentence.toks
    while i < len(toks):
        j = i
        while j < len(toks) and toks[j].low in (",", "and", "as", "well", ";", "with"):
            j += 1
        nxt = sentence.cover.get(j)
        if (
            j == i
            or nxt is None
            or nxt.start != j
            or nxt.kind not in ("person", "role")
            or _possessed(sentence, nxt)
        ):
            break
        if any(
            v.start in range(nxt.end, nxt.end + 2) and v.kind in ("group", "light") and "past" in v.forms
            for v in sentence.verbs
        ):
            break
        refs.append(nxt)
        i = nxt.end
    return refs


def _possessed(sentence: Sentence, ref: Ref) -> bool:
    return ref.end < len(sentence.toks) and sentence.toks[ref.end].low in ("’s", "'s", "’", "'")


def _again(sentence: Sentence, end: int) -> bool:
    """ "agreed to meet again", "to meet in person": a meeting of those who agreed."""
    words = {t.low for t in sentence.toks[end : end + 4]}
    return bool(words & {"again", "in", "on", "at", "next", "regularly"})


def _received(sentence: Sentence, clause: Clause) -> Ref | None:
    """"received here today, at X, Minister Y": the first person after words of time and place."""
    for ref in sentence.refs:
        if clause.verb.end <= ref.start <= clause.verb.end + 12 and ref.kind == "person":
            return ref
    return None


def _then_to(sentence: Sentence, ref: Ref) -> bool:
    return ref.end < len(sentence.toks) and sentence.toks[ref.end].low == "to"


def _partners(sentence: Sentence, start: int, limit: int) -> bool:
    words = [t.low for t in sentence.toks[start : min(limit, start + 14)]]
    return "with" in words


def _refs_between(sentence: Sentence, start: int, limit: int) -> list[Ref]:
    return [
        r for r in sentence.refs if start <= r.start < min(limit, start + 14) and r.kind in ("party", "side")
    ]


def _place_follows(sentence: Sentence, end: int) -> bool:
    following = sentence.toks[end : end + 3]
    return any(is_capital(t) for t in following) and (not following or following[0].low != "with")


def _invited(sentence: Sentence, clause: Clause) -> list[Ref]:
    """Who is to go: the ref before "to visit" ("invited him to visit", "for Minister X to visit")."""
    start = clause.start
    ref = sentence.ref_ending(start - 1)
    if ref is not None and ref.kind in ("person", "role", "pronoun"):
        return [ref]
    before = [r for r in sentence.refs if r.end <= start and r.kind in ("person", "role", "pronoun")]
    return before[-1:]
