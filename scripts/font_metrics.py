"""Makes what the screens and the printed sheets letter with, from the typeface and from GNU Unifont: the measures of one weight of Be Vietnam Pro (for
laying text out without a browser), the same weight whole as TTF (for pictures and for print), and, where Unifont is named, its bitmaps of the same
characters (for small pixels). Usage: font_metrics.py WEIGHT LATIN.woff2 VIETNAMESE.woff2 OUTDIR [UNIFONT.hex] (run by scripts/fonts.sh)."""
import os
import struct
import sys

from fontTools.merge import Merger
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

weight, latin, vietnamese, out, *unifont = sys.argv[1:]

# The merger wants plain TTF files.
plain = []
for path in (latin, vietnamese):
    font = TTFont(path)
    font.flavor = None
    font.recalcTimestamp = False
    plain.append(f"{out}/.{len(plain)}.ttf")
    font.save(plain[-1])
merged = Merger().merge(plain)
merged["head"].created = merged["head"].modified = 0
merged.recalcTimestamp = False
merged.save(f"{out}/be-vietnam-pro-{weight}.ttf")

characters, glyphs = merged.getBestCmap(), merged.getGlyphSet()
with open(f"{out}/outline-{weight}.bin", "wb") as file:
    for code, name in sorted(characters.items()):
        pen = BoundsPen(glyphs)
        glyphs[name].draw(pen)
        _, bottom, _, top = pen.bounds or (0, 0, 0, 0)
        # Thousandths of the size: advance, how far above and below the baseline.
        file.write(struct.pack("<HHhh", code, merged["hmtx"][name][0], round(top), round(-bottom)))

for path in unifont:
    bitmaps = dict(line.strip().split(":") for line in open(path))
    with open(f"{out}/pixels.bin", "wb") as file:
        for code in sorted(characters):
            bits = bitmaps[f"{code:04X}"]
            if len(bits) != 32:  # combining marks and the like are wider; nothing on a screen uses them
                continue
            file.write(struct.pack("<H", code) + bytes.fromhex(bits))

for path in plain:
    os.remove(path)
