"""Actions on what is said about a span: its slots by digit, quick fill, and the way to the next likely claim."""

from __future__ import annotations

from annotation_schema.wording import mark
from desktop.core.actions.spec import ActionSpec, Group, Scope, in_article, with_span

SLOTS = 9

CLAIM_ACTIONS: tuple[ActionSpec, ...] = (
    in_article(
        "claim.next-likely",
        "Next likely claim",
        Group.TAG,
        "V",
        help="Selects the next quotation or reported clause that is not tagged",
        repeats=True,
        br=True,
    ),
    in_article("claim.previous-likely", "Previous likely claim", Group.TAG, "Shift+V", repeats=True),
    in_article(
        "span.quick-fill",
        "Fill in what is missing",
        Group.TAG,
        "F",
        with_span,
        "Slot after slot, one key each; Tab skips, Esc ends",
        br=True,
    ),
    in_article(
        "link.follow",
        "Other end of the link",
        Group.TAG,
        "Ctrl+J",
        with_span,
        "From a claim to its claimant and back",
        repeats=True,
    ),
    *(
        ActionSpec(
            f"slot.{n}",
            "Fill slot {n} of the card",
            Group.TAG,
            (str(n),),
            Scope.ARTICLE,
            with_span,
            mark("Actions", "Then a letter links, a digit or typing chooses") if n == 1 else "",
            repeats=False,
            number=n,
        )
        for n in range(1, SLOTS + 1)
    ),
)
