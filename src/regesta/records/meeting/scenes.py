"""Who is in the room in each part of a document: the scenes from its meetings."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.records.actors import Scene
from regesta.records.cast import other_state
from regesta.records.meeting.draft import Draft
from regesta.records.meeting.gathering import add_bodies, add_gathered, gathered_in
from regesta.records.meeting.setting import Setting
from regesta.records.view import Sentence


def scenes_of(
    setting: Setting, sentences: Sequence[Sentence], joined: Sequence[Draft], drafts: Sequence[Draft]
) -> list[Scene]:
    """Return the scenes in order of where they begin; there is always one.

    ``joined`` are the distinct meetings; of ``drafts`` the headings tied to a main one open a
    scene. A main meeting of one known side is given the other side here.
    """
    mains = [d for d in joined if d.main]
    held = [
        d for d in joined
        if d.main or ((d.kind == "meet" or d.told) and d.status == "held" and len(d.parties) > 1)
    ]  # fmt: skip
    for draft in mains:
        add_gathered(setting, draft, sentences)
        _add_second_side(setting, draft, sentences)
    headed = [d for d in drafts if d.linked is not None]
    if len(mains) > 1 and len({d.sentence.index for d in mains}) == 1 and not headed:
        return [_everybody(setting, mains)]
    scenes = [_scene(setting, d, since=d.sentence.index if at else 0) for at, d in enumerate(held)]
    scenes += [_scene(setting, d.linked, since=d.sentence.index) for d in headed if d.linked is not None]
    scenes = sorted(scenes, key=lambda scene: scene.since) or [_first_named(setting, sentences)]
    add_bodies(scenes, sentences)
    return scenes


def _scene(setting: Setting, draft: Draft, since: int) -> Scene:
    return Scene(since, list(draft.people), _parties(setting, draft), guessed=draft.guessed)


def _everybody(setting: Setting, mains: Sequence[Draft]) -> Scene:
    """Several meetings that one sentence reports are one scene: later words mean all of them."""
    every = _scene(setting, mains[0], since=0)
    for main in mains[1:]:
        every.persons += [e for e in main.people if e not in every.persons]
        every.parties = tuple(dict.fromkeys((*every.parties, *_parties(setting, main))))
    return every


def _parties(setting: Setting, draft: Draft) -> tuple[str, ...]:
    """The sides in the room: those of the persons first; where there is one, the publisher, the goal."""
    codes = list(dict.fromkeys(e.country for e in draft.people if e.country))
    codes += [c for c in sorted(draft.parties) if c not in codes]
    if len(codes) < 2 and setting.side is not None and setting.side not in codes:
        codes.insert(0, setting.side)
    goal = draft.destination if draft.format == "visit" else None
    if len(codes) < 2 and goal and goal not in codes:
        codes.append(goal)
    return tuple(codes)


def _add_second_side(setting: Setting, draft: Draft, sentences: Sequence[Sentence]) -> None:
    """A meeting of one known side: the one foreign state that title and lead name is the other."""
    if setting.side is None:
        return
    known = draft.parties | {e.country for e in draft.people if e.country} | {setting.side}
    if len(known) > 1 or (draft.format == "visit" and draft.destination):
        return
    foreign = other_state(sentences[:1], setting.side) or other_state(sentences, setting.side)
    if foreign is not None:
        draft.parties.add(foreign)
        draft.guessed = True


def _first_named(setting: Setting, sentences: Sequence[Sentence]) -> Scene:
    """No meeting was found: the room holds the sides that the document names first."""
    persons = [e for e in setting.cast.entities if e.country]
    codes = list(dict.fromkeys(e.country for e in persons if e.country))
    codes += sorted(code for code in gathered_in(sentences) if code not in codes)
    if setting.side is not None and setting.side not in codes:
        codes.insert(0, setting.side)
    if len(codes) < 2:
        named = (m.code for s in sentences[:3] for m in s.states if m.code and m.code not in codes)
        codes += list(dict.fromkeys(named))[:1]
    firsts = [next((e for e in persons if e.country == code), None) for code in codes]
    known = [e for e in firsts if e is not None]
    return Scene(0, known if len(known) == len(codes) else [], tuple(codes), guessed=True, met=False)
