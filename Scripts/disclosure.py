"""What a reader can find out from everything that one batch printed, by a linear program of its own.

Random small databases are made through the command line, a random plan is made of each by `batch`, and every JSON and CSV
file of the folder goes into one system: what is printed is known, what is withheld is unknown. For every withheld count
the least and the most that it can be are solved by SciPy. None may be a point, or lie wholly between 1 and k-1; none may
be printed in another file. Nothing of Groundwork's own arithmetic is used; the same plan printed for the team only shows
that the system is right: the true figures must be one of its solutions.

    disclosure.py BINARY [DATABASES] [FIRST_SEED]     on as many processes as there are cores, or DISCLOSURE_PROCESSES
    disclosure.py --folder FOLDER                     one batch that was made before
"""

import calendar
import csv
import itertools
import json
import math
import os
import random
import subprocess
import sys
import tempfile
import warnings
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

sys.path.insert(0, str(Path(__file__).parent))
from sample_programs import Program

PARTS = ["numerator", "complement", "denominator"]
PROMPTS = ["resonates", "challenges"]
KINDS = ["complaint", "concern", "suggestion", "thanks", "question"]
COUNTS = {f"FB-02.{kind}" for kind in KINDS} | {"FB-02", "TR-09.due", "EV-13.made"}
SHARES = {"TR-08", "TR-09", "TR-12", "EV-13", "EV-13.followed_up", "EV-13.partly", "EV-13.not_yet"}
MEANS = ("EV-07.", "EV-08.")
OF_ONE_DAY = {"TR-08", "TR-09", "TR-09.due"}


def kind_of(metric):
    """What a figure tells; None where it is about an organization's own activity, or follows from others."""
    if metric.endswith(".alpha"):
        return None
    if metric in COUNTS or metric.endswith(".hands"):
        return "count"
    if metric in SHARES or metric.startswith(("EV-04.", "EV-11.", "EV-15")) and not metric.endswith(".p"):
        return "share"
    if metric.startswith("EV-12.") and metric.endswith(tuple(PROMPTS)):
        return "share"
    if metric.startswith("EV-05.") or metric == "EV-06":
        return "net"
    return "mean" if metric.startswith(MEANS) else None


class System:
    """What a reader knows: variables, equations between them, and the least that each can be."""

    def __init__(self, threshold):
        self.threshold = threshold
        self.places, self.known, self.least, self.withheld = {}, {}, {}, {}
        self.amounts, self.sums, self.seen_sums, self.told = set(), [], set(), []

    def place(self, name):
        return self.places.setdefault(name, len(self.places))

    def know(self, name, value):
        place = self.place(name)
        if abs(self.known.setdefault(place, value) - value) > 1e-6:
            raise AssertionError(f"{name} is printed as {self.known[place]} and as {value}")

    def hide(self, name, least=0):
        place = self.place(name)
        self.withheld[place] = name
        self.least[place] = max(least, self.least.get(place, 0))

    def hide_amount(self, name):
        self.amounts.add(self.place(name))
        self.withheld[self.place(name)] = name

    def link(self, terms, total=0):
        """A sum over (name, factor); names that are nowhere printed leave it out."""
        terms = [(name, factor) for name, factor in terms if factor]
        if len(terms) > 0 and all(name in self.places for name, _ in terms):
            row = tuple(sorted((self.places[name], factor) for name, factor in terms))
            if (row, total) not in self.seen_sums:
                self.seen_sums.add((row, total))
                self.sums.append((row, total))

    def check(self, truth):
        """That the true figures fulfil every sum."""
        names = {place: name for name, place in self.places.items()}
        for terms, total in self.sums:
            values = [truth.get(names[place]) for place, _ in terms]
            if None not in values and abs(sum(v * f for v, (_, f) in zip(values, terms)) - total) > 1e-5:
                raise AssertionError(f"the truth breaks {[(names[p], f) for p, f in terms]} = {total}: {values}")

    def components(self):
        """Unknown places that hang together, each with its sums, known numbers taken out."""
        root = list(range(len(self.places)))

        def top(place):
            while root[place] != place:
                root[place] = root[root[place]]
                place = root[place]
            return place

        rows = []
        for terms, total in self.sums:
            free = [(place, factor) for place, factor in terms if place not in self.known]
            if free:
                rows.append((free, total - sum(f * self.known[p] for p, f in terms if p in self.known)))
                for place, _ in free[1:]:
                    root[top(place)] = top(free[0][0])
        parts = {}
        for free, total in rows:
            places, sums = parts.setdefault(top(free[0][0]), (set(), []))
            places.update(place for place, _ in free)
            sums.append((free, total))
        return parts.values()

    def found_out(self):
        """The withheld counts that a reader can tell, each with its interval."""
        found = [(self.withheld[place], self.known[place], self.known[place]) for place in self.withheld
                 if place in self.known and abs(self.known[place]) > 1e-6]
        for places, sums in self.components():
            found += self.found_in(sorted(places), sums)
        return found

    def found_in(self, places, sums):
        index = {place: column for column, place in enumerate(places)}
        entries = [(row, index[p], f) for row, (free, _) in enumerate(sums) for p, f in free]
        rows, columns, factors = zip(*entries)
        matrix = csr_matrix((factors, (rows, columns)), shape=(len(sums), len(places)))
        right = [total for _, total in sums]
        bounds = [(None if p in self.amounts else self.least.get(p, 0), None) for p in places]
        low, high = numpy.full(len(places), math.inf), numpy.full(len(places), -math.inf)

        def solve(column, sign):
            aim = numpy.zeros(len(places))
            aim[column] = sign
            solved = linprog(aim, A_eq=matrix, b_eq=right, bounds=bounds, method="highs")
            if solved.status == 2:
                raise AssertionError(f"nothing fits what was printed ({self.withheld[places[column]]})")
            if solved.x is not None and solved.status == 0:
                numpy.minimum(low, solved.x, out=low)
                numpy.maximum(high, solved.x, out=high)
            elif sign < 0:
                high[column] = math.inf
            else:
                low[column] = -math.inf

        def is_open(column, place):
            """Whether the tables met so far leave a reader in doubt."""
            if high[column] - low[column] < 1e-6 or math.isinf(low[column]) and low[column] > 0:
                return False
            if place in self.amounts:
                return True
            return low[column] < 1 - 1e-6 or high[column] > self.threshold - 1 + 1e-6

        found = []
        for column, place in enumerate(places):
            if place not in self.withheld:
                continue
            for sign in (-1, 1):
                if not is_open(column, place):
                    solve(column, sign)
            if not is_open(column, place) and abs(high[column]) > 1e-6:
                found.append((self.withheld[place], low[column], high[column]))
        return found


# ---- what a file prints


class Reader:
    """Puts documents into a system; `truth` collects the true figures in their place."""

    def __init__(self, system, truth=None):
        self.system, self.truth = system, truth
        self.scopes, self.complete = {}, set()

    # -- one figure

    def number(self, name, value, least=0, is_amount=False, is_protected=True):
        """A number that is printed, or withheld where it is None."""
        if self.truth is not None:
            if value is not None:
                self.truth[name] = value
        elif value is not None:
            self.system.know(name, value)
            if is_amount:
                self.system.amounts.add(self.system.place(name))
        elif is_amount:
            self.system.hide_amount(name)
        elif is_protected:
            self.system.hide(name, least)
        else:
            self.system.place(name)

    def share(self, name, numerator, denominator, is_shown):
        parts = (numerator, denominator - numerator, denominator) if is_shown else (None, None, None)
        for part, value in zip(PARTS, parts):
            self.number(name + (part,), value, is_protected=part != "denominator")
        self.link([(name + (part,), factor) for part, factor in zip(PARTS, (1, 1, -1))])

    def link(self, terms, total=0):
        if self.truth is None:
            self.system.link(terms, total)

    def figure(self, where, entry):
        metric, state, kind = entry["id"], entry["state"], kind_of(entry["id"])
        nothing = state == "not_applicable" and entry["reason"] == "zero_denominator" or state == "not_collected"
        if kind is None or state == "not_applicable" and not nothing:
            return
        self.scopes.setdefault(where, set()).add(metric)
        name, is_shown = where + (metric,), state == "value"
        if kind == "count":
            self.number(name + ("count",), entry["value"] if is_shown else 0 if nothing else None, least=1)
        elif kind == "share":
            numbers = (0, 0) if nothing else (entry["numerator"], entry["denominator"])
            self.share(name, *numbers, is_shown or nothing)
        elif kind == "mean":
            self.mean(name, entry["value"], entry["n"], is_shown, nothing)
        else:
            self.net(name, entry, is_shown, nothing)

    def mean(self, name, value, n, is_shown, nothing=False):
        self.number(name + ("answers",), n if is_shown else 0 if nothing else None, is_protected=False)
        amount = value * n if is_shown else 0 if nothing else None
        self.number(name + ("amount",), amount, is_amount=True)

    def net(self, name, entry, is_shown, nothing):
        """Points are the favorable less the unfavorable; how many were neither is not printed."""
        for part in ("favorable", "between", "unfavorable"):
            if nothing:
                self.number(name + (part,), 0)
            elif not is_shown or self.truth is None:
                # The favorable are those of the share of favorable answers, and protected there.
                is_repeated = part == "favorable" and entry["id"].startswith("EV-05")
                self.number(name + (part,), None, is_protected=not is_shown and not is_repeated)
        self.number(name + ("answers",), entry["n"] if is_shown else 0 if nothing else None, is_protected=False)
        parts = [(name + (part,), 1) for part in ("favorable", "between", "unfavorable")]
        self.link(parts + [(name + ("answers",), -1)])
        if is_shown:
            net = round(entry["value"] * entry["n"] / 100, 6)
            self.link([(name + ("favorable",), 1), (name + ("unfavorable",), -1)], net)

    # -- a whole file

    def document(self, document):
        period = document["period"]
        here = (document["organization"] or "", period["from"], period["to"])
        self.metrics(here, document["metrics"])
        for group in document.get("groups", []):
            self.metrics(self.group(here, group["key"]), group["metrics"])
        for row in document.get("answers", []) or []:
            self.answers(here, "answers", row)
        for row in document.get("followup", []) or []:
            self.answers(here, "followup", row)
        for row in document.get("waves", []) or []:
            self.wave(here, row)
        for row in document.get("hands", []) or []:
            self.hands(here, row)
        if document["report"] == "commitments":
            self.open(here, document["open"])
        for row in document.get("codes", []) or []:
            if document["report"] in ("feedback", "commitments"):
                self.number(here + (f"{document['report']} {row['list']}:{row['code']}", "count"), row["items"], least=1)

    def group(self, here, key):
        """A group by organization is that organization; one of days is those days."""
        if key[:2] == "20" and key[4] == "-":
            first = int(key[6:]) * 3 - 2 if key[5] == "Q" else int(key[5:])
            last = first + 2 if key[5] == "Q" else first
            year = int(key[:4])
            days = calendar.monthrange(year, last)[1]
            return here[0], f"{year}-{first:02}-01", f"{year}-{last:02}-{days}"
        return (key,) + here[1:]

    def metrics(self, where, metrics):
        for entry in metrics:
            self.figure(where, entry)
        name = lambda metric, part: where + (metric, part)
        kinds = [f"FB-02.{kind}" for kind in KINDS]
        for missing in [entry["missing"] for entry in metrics if entry["id"] == kinds[0]]:
            self.link([(name("FB-02", "count"), 1)] + [(name(kind, "count"), -1) for kind in kinds], missing)
        self.link([(name("TR-08", "denominator"), 1), (name("TR-09", "denominator"), -1)])
        self.link([(name("TR-08", "numerator"), 1), (name("TR-09", "numerator"), -1), (name("TR-09.due", "count"), -1)])
        became = ["EV-13", "EV-13.partly", "EV-13.not_yet"]
        followed = name("EV-13.followed_up", "numerator")
        self.link([(followed, -1)] + [(name(metric, "numerator"), 1) for metric in became])
        for metric in became:
            self.link([(followed, -1), (name(metric, "denominator"), 1)])
        self.link([(name("EV-13.made", "count"), 1), (name("EV-13.followed_up", "denominator"), -1)])
        ids = [entry["id"] for entry in metrics]
        for metric in ids:
            if metric.startswith("EV-05."):
                other = metric.replace("EV-05", "EV-04")
                self.link([(name(metric, "favorable"), 1), (name(other, "numerator"), -1)])
                self.link([(name(metric, "answers"), 1), (name(other, "denominator"), -1)])
            if metric.startswith("EV-08.") and metric.endswith(".before"):
                change, after = metric.removesuffix(".before"), metric.removesuffix("before") + "after"
                self.link([(name(change, "amount"), 1), (name(metric, "amount"), 1), (name(after, "amount"), -1)])
                for other in (change, after):
                    self.link([(name(metric, "answers"), 1), (name(other, "answers"), -1)])
        for prompt in PROMPTS:
            codes = [metric for metric in ids if metric.startswith("EV-12.") and metric.endswith(prompt)]
            if codes:
                self.link([(name(codes[0], "denominator"), -1)] + [(name(code, "numerator"), 1) for code in codes])
            for code in codes[1:]:
                self.link([(name(codes[0], "denominator"), 1), (name(code, "denominator"), -1)])

    def answers(self, where, table, row):
        """How often each answer was given, how many answered, and the mean; None is withheld, or nothing at all."""
        name, item = where + (f"{table} {row['item']}",), ITEMS.get(row["item"])
        if item is None or row["n"] == 0:
            return
        self.number(name + ("n",), row["n"])
        self.number(name + ("no number",), row["does_not_apply"], least=1)
        counts = {one["value"]: one["count"] for one in row["answers"]} if row["answers"] is not None else {}
        for value in item.values:
            self.number(name + (value,), counts.get(value, 0) if counts else None)
        if not item.is_several:
            self.link([(name + ("n",), -1)] + [(name + (value,), 1) for value in item.values])
        if item.has_mean and (row["mean"] is not None or self.truth is None):
            amount = row["mean"] * row["n"] if row["mean"] is not None and row["n"] is not None else None
            self.number(name + ("amount",), amount, is_amount=True)
            self.link([(name + ("amount",), -1)] + [(name + (value,), value) for value in item.values])
        if "favorable" in row and item.favorable:
            share = row["favorable"]
            if isinstance(share, (int, float)) and row["n"] is not None:
                self.link([(name + (value,), 1) for value in item.favorable], round(share * row["n"]))
        if table == "answers":
            self.same(where, name, row["item"], item)

    def same(self, where, name, code, item):
        """Figures that are counted from the same answers."""
        if item.favorable:
            figure = where + (f"EV-04.{code}",)
            self.link([(figure + ("numerator",), -1)] + [(name + (value,), 1) for value in item.favorable])
            self.link([(figure + ("denominator",), -1), (name + ("n",), 1)])
            unfavorable = where + (f"EV-05.{code}", "unfavorable")
            self.link([(unfavorable, -1)] + [(name + (value,), 1) for value in item.unfavorable])
        if item.right:
            self.link([(where + (f"EV-11.{code}", "numerator"), -1), (name + (item.right,), 1)])
            self.link([(where + (f"EV-11.{code}", "denominator"), -1), (name + ("n",), 1)])

    def wave(self, where, row):
        for wave in ("before", "after"):
            name = where + (f"waves {row['code']} {wave}",)
            self.mean(name, row[f"{wave}_mean"], row[f"{wave}_n"], row[f"{wave}_mean"] is not None,
                      row[f"{wave}_n"] == 0)
        item = ITEMS.get(row["code"])
        after = where + (f"waves {row['code']} after", "amount")
        if item is None:
            self.link([(after, 1), (where + (f"EV-07.{row['code']}", "amount"), -1)])
        elif not item.is_reversed:
            self.link([(after, 1), (where + (f"answers {row['code']}", "amount"), -1)])

    def hands(self, where, row):
        """Hands of the table are those of EV-12, which has them apart from what was answered on forms."""
        name = where + (f"hands {row['question']} {row['option']}", "count")
        self.number(name, row["hands"], least=1)
        self.link([(name, 1), (where + (f"EV-12.{row['option']}.{row['question']}.hands", "count"), -1)])

    def open(self, where, rows):
        names = []
        for row in rows:
            names.append(where + (f"open {row['session']}", "count"))
            self.number(names[-1], row["made"], least=1)
            self.scopes.setdefault(where, set()).add(f"open {row['session']}")
        whole = where + ("EV-13.followed_up", "complement")
        if names:
            self.link([(name, 1) for name in names] + [(whole, -1)])

    def rows(self, rows):
        """A CSV file has the same figures as JSON; a group by organization is named by its ref."""
        for row in rows:
            entry = {key: None if value == "" else value for key, value in row.items()}
            for key in ("value", "numerator", "denominator", "n", "missing"):
                entry[key] = None if entry[key] is None else float(entry[key])
            yield row["from"], row["to"], row["group"], entry

    def csv_file(self, organization, rows):
        for first, last, group, entry in self.rows(rows):
            here = (organization, first, last)
            self.figure(self.group(here, group) if group else here, entry)

    # -- what adds up over organizations and days

    def add_up(self, organizations):
        """Organizations add up to the whole where all of them are printed, else a rest is left; days to those that they
        cover."""
        wheres = sorted(self.scopes)
        for where, metrics in sorted(self.scopes.items()):
            for metric in sorted(metrics):
                for part in ("count", "amount", "answers", "favorable", "between", "unfavorable", *PARTS):
                    self.add_up_part(where, metric, part, wheres, organizations)
        tables = {name[3:] for name in self.system.places if name[0] == "" and name[3].startswith(("answers ", "waves ",
                  "hands ", "followup ", "feedback ", "commitments "))}
        for where in wheres:
            if where[0] == "":
                for rest in sorted(tables, key=str):
                    self.over_organizations(where, rest, organizations)

    def add_up_part(self, where, metric, part, wheres, organizations):
        if where + (metric, part) not in self.system.places:
            return
        if where[0] == "":
            self.over_organizations(where, (metric, part), organizations)
        if metric in OF_ONE_DAY:
            return
        inner = [w for w in wheres if w[0] == where[0] and w != where and w[1] >= where[1] and w[2] <= where[2]
                 and metric in self.scopes[w]]
        for length, pieces in itertools.groupby(sorted(inner, key=lambda w: (days(w) > 31, w)), lambda w: days(w) > 31):
            pieces = list(pieces)
            if sum(days(piece) for piece in pieces) == days(where):
                self.link([(piece + (metric, part), 1) for piece in pieces] + [(where + (metric, part), -1)])

    def over_organizations(self, where, rest, organizations):
        names = [(ref,) + where[1:] + rest for ref in organizations]
        there = [name for name in names if name in self.system.places]
        if not there or where + rest not in self.system.places:
            return
        terms = [(name, 1) for name in there] + [(where + rest, -1)]
        if len(there) < len(names):
            left = ("rest",) + where[1:] + rest
            self.system.place(left)
            if rest[-1] == "amount":
                self.system.amounts.add(self.system.place(left))
            terms.append((left, 1))
        self.link(terms)


def days(where):
    first, last = where[1:3]
    number = lambda iso: calendar.timegm((int(iso[:4]), int(iso[5:7]), int(iso[8:10]), 0, 0, 0)) // 86400
    return number(last) - number(first) + 1


class Item:
    """An item of the sample form: the answers that it has."""

    def __init__(self, values, favorable=(), unfavorable=(), right=None, is_several=False, is_reversed=False):
        self.values, self.favorable, self.unfavorable, self.right = list(values), favorable, unfavorable, right
        self.is_several, self.is_reversed, self.has_mean = is_several, is_reversed, bool(favorable)


ITEMS = {
    "q1": Item(range(1, 6), (4, 5), (1, 2)),
    "q2": Item(range(1, 6), (4, 5), (1, 2)),
    "q3": Item(range(1, 6), (1, 2), (4, 5), is_reversed=True),
    "short": Item(range(1, 4), (3,), (1,)),
    "k1": Item(range(1, 4), right=2),
    "tick": Item(range(1, 4), is_several=True),
}
FORMS_ASK_PRINCIPLES = False


def zeros(system):
    """A withheld count is not 0, since zeros are printed; but where a whole line is withheld zeros may be in it. A 0
    that its own total shows does not break a line."""
    def is_shown_anyway(place):
        """Whether a printed 0 is all that the other printed numbers of a sum leave for it."""
        if system.known.get(place) != 0:
            return False
        for terms, total in system.sums:
            own = dict(terms).get(place)
            if own is None:
                continue
            others = [(other, factor) for other, factor in terms if other != place]
            rest = total - sum(factor * system.known[other] for other, factor in others if other in system.known)
            if rest == 0 and all(factor * own > 0 for other, factor in others if other not in system.known):
                return True
        return False

    # What is left beside the organizations that are printed can be nothing, as where one has no answers at all.
    left = {place for name, place in system.places.items() if name[0] == "rest"}
    for terms, _ in system.sums:
        largest = [place for place, factor in terms if [f for _, f in terms].count(factor) == 1 and len(terms) > 2]
        parts = [place for place, _ in terms if place not in largest and place not in left]
        if parts and all(place in system.withheld or is_shown_anyway(place) for place in parts):
            for place, _ in terms:
                if place in system.least:
                    system.least[place] = 0


def read(folder, reader, organizations):
    """Every JSON and CSV file of a batch."""
    folder = Path(folder)
    manifest = json.loads((folder / "manifest.json").read_text())
    for file in manifest["files"]:
        path, words = folder / file["file"], file["arguments"]
        if file["state"] != "made":
            raise AssertionError(f"{file['file']}: {file['problem']}")
        organization = words[words.index("--organization") + 1] if "--organization" in words else ""
        if path.suffix == ".json":
            reader.document(json.loads(path.read_text()))
        elif path.suffix == ".csv":
            with path.open(newline="") as rows:
                table = list(csv.DictReader(rows))
                if table and "state" in table[0]:
                    reader.csv_file(organization, table)
    if reader.truth is None:
        reader.add_up(organizations)
        zeros(reader.system)


def audit(job):
    """Counts what was withheld in one database's batch, and says what could be told."""
    binary, seed = job
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        program = Program(binary, folder, seed)
        plan = program.plan()
        what = f"seed {seed}: {json.dumps(plan)}"
        program.batch(plan, "printed")
        program.batch({**plan, "profile": "team"}, "true")
        threshold = {"board": 5, "funder": 10, "public": 11}[plan["profile"]]
        system, truth = System(threshold), {}
        try:
            read(program.folder / "printed", Reader(system), program.organizations)
            read(program.folder / "true", Reader(None, truth), program.organizations)
            system.check(truth)
            found = system.found_out()
        except AssertionError as problem:
            return seed, 0, 0, [f"{what}: {problem}"]
        files = len(list((program.folder / "printed").iterdir())) - 1
        return seed, files, len(system.withheld), [
            f"{what}: {name} is between {low:g} and {high:g}" for name, low, high in found
        ]


def audit_folder(folder):
    manifest = json.loads((Path(folder) / "manifest.json").read_text())
    texts = [json.loads(path.read_text()) for path in sorted(Path(folder).glob("*.json"))]
    documents = [document for document in texts if "metrics" in document]
    if not documents:
        sys.exit(f"{folder}: there is no report as JSON in it, so its threshold is not known")
    organizations = {document["organization"] for document in documents if document["organization"]}
    # Whose groups stand in a report that is divided by organization.
    for file in manifest["files"]:
        if "--by" in file["arguments"] and "organization" in file["arguments"] and file["file"].endswith(".json"):
            document = json.loads((Path(folder) / file["file"]).read_text())
            organizations |= {group["key"] for group in document["groups"]}
    system = System(max(document["threshold"] for document in documents))
    read(folder, Reader(system), sorted(organizations) + ["another that is nowhere named"])
    found = system.found_out()
    for name, low, high in found:
        print(f"{name} is between {low:g} and {high:g}", file=sys.stderr)
    print(f"{len(manifest['files'])} files, {len(system.withheld)} withheld counts, {len(found)} of them could be told.")
    return 1 if found else 0


def main(arguments):
    if arguments[0] == "--folder":
        return audit_folder(arguments[1])
    databases = int(arguments[1]) if len(arguments) > 1 else 50
    first = int(arguments[2]) if len(arguments) > 2 else 1
    processes = int(os.environ.get("DISCLOSURE_PROCESSES", os.cpu_count() or 1))
    files = withheld = told = done = 0
    with ProcessPoolExecutor(processes) as pool:
        for seed, made, more, found in pool.map(audit, [(arguments[0], seed) for seed in range(first, first + databases)]):
            files, withheld, told, done = files + made, withheld + more, told + bool(found), done + 1
            for line in found:
                print(line, file=sys.stderr, flush=True)
            if done % 50 == 0:
                print(f"{done} databases: {files} files, {withheld} withheld counts; {told} databases tell.", flush=True)
    print(f"{databases} databases from seed {first}, {files} files of one batch each: {withheld} withheld counts; "
          f"of {told} databases some could be told.")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
