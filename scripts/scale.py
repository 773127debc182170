#!/usr/bin/env python3
"""How time, memory and bytes of `render` grow with the number of districts. Times are reported, memory is asserted: two cores of one machine
are not those of another, but a page that carries what it does not show is one everywhere.

Usage: scale.py [DIST]   (DIST is a built site, by default dist/; the boundary file is ../shared/geo/vietnam-districts.topo.json or BOUNDARIES)"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "dist")
TOOL = os.environ.get("BLUEZONE_MAP", str(ROOT / "target/release/bluezone-map"))
BOUNDARIES = Path(os.environ.get("BOUNDARIES", ROOT / "../shared/geo/vietnam-districts.topo.json"))
# Megabytes of memory at the most.
LIMITS = {8: 200, 63: 400, 692: 1000}


def slug(name):
    plain = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return re.sub(r"[^a-z0-9]+", "-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")


def campaign(units):
    """A campaign of these units with figures that differ from each other; every second unit of one name is called after its code."""
    data = json.loads((ROOT / "tests/fixtures/data/campaign.json").read_text())
    names, districts, installs = set(), [], {}
    for at, unit in enumerate(units):
        code, name = unit["properties"]["code"], unit["properties"]["name"]
        name = re.sub(r"^(Quận|Huyện|Thị xã|Thành phố)\s+(?=\D)", "", name)
        name = name if name not in names else f"{name} {code}"
        names.add(name)
        people = 40_000 + at * 7_919 % 300_000
        source = "Tổng điều tra dân số và nhà ở 1/4/2019"
        districts.append({"code": code, "slug": f"{slug(name)}-{code}", "name": name, "kind": "district", "population": people, "population_source": source})
        installs[code] = people * (30 + at * 37 % 170) // 1000
    data.update(districts=districts)
    data["province"].update(code="00", name="Việt Nam", population=sum(d["population"] for d in districts))
    data["reports"] = [{"as_of": "2020-08-11T08:00:00+07:00", "total": sum(installs.values()), "installs": installs, "source": {"title": "Số liệu thử"}}]
    return data


def run(*command):
    """Seconds by the clock, seconds of the processor, megabytes at the most."""
    timed = ["/usr/bin/env", "python3", "-c", "import resource,subprocess,sys,time;t=time.time();r=subprocess.run(sys.argv[1:],stdout=2).returncode;"
             "u=resource.getrusage(resource.RUSAGE_CHILDREN);print(time.time()-t,u.ru_utime+u.ru_stime,u.ru_maxrss/1024);sys.exit(r)", *command]
    done = subprocess.run(timed, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stderr}")
    return [float(x) for x in done.stdout.split()]


def main():
    topology = json.loads(BOUNDARIES.read_text())
    units = [g for g in next(iter(topology["objects"].values()))["geometries"] if g.get("type")]
    too_large = []
    print(f"{'units':>6} {'seconds':>8} {'cpu':>8} {'memory MB':>10} {'files':>7} {'site MB':>8} {'front':>8} {'district':>9} {'led':>8}   (bytes in brotli)")
    for count in (8, 63, 692):
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            dist, data, drawn = folder / "dist", folder / "campaign.json", folder / "map.json"
            dist.mkdir()
            for path in DIST.iterdir():
                if path.name.startswith("bluezone-") and path.suffix in (".js", ".wasm"):
                    shutil.copy(path, dist)
            shutil.copytree(DIST / "fonts", dist / "fonts")
            if count == 8:
                shutil.copy(ROOT / "tests/fixtures/data/campaign.json", data)
                shutil.copy(ROOT / "tests/fixtures/data/map.json", drawn)
            else:
                data.write_text(json.dumps(campaign(units[:count]), ensure_ascii=False))
                run(TOOL, "map", BOUNDARIES, "--data", data, "--map", drawn, "--source", "thử")
            seconds, cpu, memory = run(TOOL, "render", dist, "--data", data, "--map", drawn)
            files = [p for p in dist.rglob("*") if p.is_file()]
            size = lambda path: (dist / (path + "index.html.br")).stat().st_size
            some = json.loads(data.read_text())["districts"][0]["slug"]
            print(f"{count:>6} {seconds:>8.1f} {cpu:>8.1f} {memory:>10.0f} {len(files):>7} {sum(p.stat().st_size for p in files) / 1e6:>8.1f} "
                  f"{size(''):>8} {size(f'huyen/{some}/'):>9} {size('led/'):>8}", flush=True)
            if memory > LIMITS[count]:
                too_large.append(f"{count} units: {memory:.0f} MB, at most {LIMITS[count]}")
    if too_large:
        sys.exit("\n".join(too_large))


main()
