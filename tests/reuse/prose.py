"""Texts for screening: random letters that share nothing, and copies of them with letters replaced."""

from __future__ import annotations

import random

LETTERS = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面"
COPIED = "一是调查研究不够深入，去年到青石镇只听汇报，没有走进农户家里，对三户低收入家庭的实际困难了解不全面。"


def prose(seed: int, length: int = 900) -> str:
    chance = random.Random(seed)
    return "".join(chance.choice(LETTERS) for _ in range(length))


def reworded(text: str, seed: int, share: float = 0.1) -> str:
    """The text with a share of its letters replaced by one that it does not have."""
    chance = random.Random(seed)
    return "".join("改" if chance.random() < share else letter for letter in text)
