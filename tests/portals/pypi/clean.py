"""Cleans every text of the JSON object on standard input as portals in Python do, and writes one object for each way of cleaning."""

import json
import sys

import bleach
import nh3

# What editors of news commonly may use.
PLAIN = {"p", "br", "a", "img"}
PLAIN_ATTRIBUTES = {"a": {"href", "title"}, "img": {"src", "alt", "width", "height"}}

WAYS = {
    "nh3": nh3.clean,
    "nh3, text alone": lambda html: nh3.clean(html, tags=set()),
    # Its default shows what it does not allow as text.
    "bleach": bleach.clean,
    "bleach that strips": lambda html: bleach.clean(html, strip=True),
    "bleach with paragraphs and pictures": lambda html: bleach.clean(
        html, tags=PLAIN, attributes={tag: list(names) for tag, names in PLAIN_ATTRIBUTES.items()}, strip=True
    ),
    "bleach, text alone": lambda html: bleach.clean(html, tags=set(), strip=True),
}

snippets = json.load(sys.stdin)
json.dump({way: {name: clean(html) for name, html in snippets.items()} for way, clean in WAYS.items()}, sys.stdout)
