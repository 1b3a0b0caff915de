"""What a reader can find out from printed reports, by a linear program of its own.

Random small databases are made through the command line, reports are printed as JSON for a profile, and everything
printed of one publication goes into one system: what is published is known, what is withheld is unknown. For every
withheld count the least and the most that it can be are solved by SciPy. None may be a point, or lie wholly between 1
and k-1. Nothing of Groundwork's own arithmetic is used; the true figures (profile team) only show that the system is
right: they must be one of its solutions.

    disclosure.py BINARY [DATABASES] [FIRST_SEED]
    disclosure.py --folder FOLDER        one publication that was printed before, such as a batch
"""

import csv
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy
from scipy.optimize import linprog

KINDS = ["complaint", "concern", "suggestion", "thanks", "question"]
PARTS = ["numerator", "complement", "denominator"]


def spread(rng, most):
    """A count that is small more often than not."""
    return min(most, int(rng.expovariate(1 / rng.choice([1.5, 4, 12]))))


class Program:
    """A random program in a file of its own."""

    def __init__(self, binary, folder, seed):
        self.binary, self.folder, self.seed = binary, Path(folder), seed
        self.file = self.folder / "program.db"
        rng = random.Random(seed)
        self.run("init", "--program", f"Program {seed}", "--time-zone", "UTC")
        organizations = [f"o{place}" for place in range(rng.randint(1, 4))]
        self.load("organizations", ["ref", "title", "staff", "staff_as_of"], [
            [ref, f"Organization {ref}", spread(rng, 40) + rng.choice([1, 26]), "2026-01-01"] for ref in organizations
        ])
        self.load("sessions", ["ref", "organization", "starts", "minutes", "status", "access_requested", "access_met"],
                  list(self.sessions(rng, organizations)))
        self.load("attendance", ["session", "name", "organization", "minutes"],
                  list(self.attendances(rng, organizations)))
        self.load("outlets", ["ref", "organization", "title", "channel", "opened"], [
            [f"box-{ref}", ref, f"Box of {ref}", "box", "2025-01-01"] for ref in organizations
        ])
        rows = list(self.feedback(rng, organizations))
        if rows:
            self.load("feedback", ["ref", "outlet", "received", "kind", "summary", "codes"], rows)

    def sessions(self, rng, organizations):
        for ref in organizations:
            for place, month in enumerate([1] + rng.sample(range(2, 4), rng.randint(0, 2))):
                requested = spread(rng, 30)
                met = requested if rng.random() < 0.4 else rng.randint(0, requested)
                yield [f"s-{ref}-{place}", ref, f"2026-{month:02}-10", 60, "held", requested, met]

    def attendances(self, rng, organizations):
        for ref in organizations:
            for place in range(spread(rng, 25) + 1):
                yield [f"s-{ref}-0", f"Invented {ref} {place}", ref, rng.choice([60, 60, 60, 10])]

    def feedback(self, rng, organizations):
        place = 0
        liked = rng.sample(KINDS, rng.randint(1, 5))
        for ref in organizations:
            for month in (1, 2, 3):
                for kind in liked + ([""] if rng.random() < 0.2 else []):
                    for _ in range(spread(rng, 25) if rng.random() < 0.7 else 0):
                        place += 1
                        code = rng.choice(["", "service:referrals", "form:institutional"])
                        yield [f"f{place}", f"box-{ref}", f"2026-{month:02}-15", kind, "words", code]

    def run(self, *arguments):
        done = subprocess.run([self.binary, "--database", self.file, *arguments], capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"seed {self.seed}: groundwork {' '.join(map(str, arguments))}: {done.stderr.strip()}")
        return done.stdout

    def load(self, kind, header, rows):
        path = self.folder / f"{kind}.csv"
        with path.open("w", newline="") as file:
            csv.writer(file).writerows([header, *rows])
        names = ["--keep", "names"] if kind == "attendance" else []
        self.run("import", kind, str(path), *names)

    def report(self, name, profile, *arguments):
        text = self.run("report", name, "--period", "2026-Q1", "--as-of", "2026-04-30", "--profile", profile,
                        "--format", "json", *arguments)
        return json.loads(text)


class System:
    """What a reader knows: variables, equations between them, and the least that each can be."""

    def __init__(self, threshold):
        self.threshold = threshold
        self.places, self.known, self.least, self.withheld = {}, {}, {}, {}
        self.sums, self.truth = [], {}

    def place(self, name):
        return self.places.setdefault(name, len(self.places))

    def know(self, name, value):
        place = self.place(name)
        if self.known.setdefault(place, value) != value:
            raise AssertionError(f"{name} is printed as {self.known[place]} and as {value}")

    def hide(self, name, least=0):
        place = self.place(name)
        self.withheld[place] = name
        self.least[place] = max(least, self.least.get(place, 0))

    def link(self, terms, total=0):
        """A sum over (name, factor); names that are nowhere printed leave it out."""
        if all(name in self.places for name, _ in terms):
            self.sums.append(([(self.places[name], factor) for name, factor in terms], total))

    def rows(self):
        matrix, right = [], []
        for terms, total in self.sums:
            row = numpy.zeros(len(self.places))
            for place, factor in terms:
                row[place] += factor
            if any(place not in self.known for place, _ in terms):
                matrix.append(row)
                right.append(total)
        return (numpy.array(matrix), numpy.array(right)) if matrix else (None, None)

    def check_truth(self):
        for terms, total in self.sums:
            values = [self.truth.get(place) for place, _ in terms]
            if None not in values and abs(sum(v * f for v, (_, f) in zip(values, terms)) - total) > 1e-9:
                names = {place: name for name, place in self.places.items()}
                raise AssertionError(f"the truth breaks {[(names[p], f) for p, f in terms]} = {total}: {values}")

    def found_out(self):
        """The withheld counts that a reader can tell, each with its interval."""
        matrix, right = self.rows()
        bounds = [(self.known[p], self.known[p]) if p in self.known else (self.least.get(p, 0), None)
                  for p in range(len(self.places))]
        if matrix is None:
            return []
        found = []
        for place, name in self.withheld.items():
            if place in self.known or not matrix[:, place].any():
                continue
            ends = []
            for sign in (1, -1):
                aim = numpy.zeros(len(self.places))
                aim[place] = sign
                solved = linprog(aim, A_eq=matrix, b_eq=right, bounds=bounds, method="highs")
                if solved.status == 2:
                    raise AssertionError(f"nothing fits what was printed ({name})")
                ends.append(sign * solved.fun if solved.status == 0 else float("inf"))
            low, high = ends
            small = low > 1e-6 and high < self.threshold - 1 + 1e-6
            if small or (high - low < 1e-6 and high > 1e-6):
                found.append((name, low, high))
        return found


def extents(document):
    """(where, metrics) of the whole and of each group; where tells reports of one publication apart."""
    period = document["period"]
    here = (document["organization"] or "", period["from"], period["to"])
    yield here, document["metrics"], None
    for group in document.get("groups", []):
        yield here + (group["key"],), group["metrics"], here


def codes(document):
    for row in document.get("codes", []) if isinstance(document.get("codes"), list) else []:
        yield f"{row['list']}:{row['code']}", row["items"]


def add(system, document, truth=None):
    """Everything that one document prints."""
    true = {}
    if truth:
        for where, metrics, _ in extents(truth):
            true.update({(where, metric["id"]): metric for metric in metrics})
    children = {}
    for where, metrics, parent in extents(document):
        printed = {metric["id"]: metric for metric in metrics}
        for metric in metrics:
            add_figure(system, where, metric, true.get((where, metric["id"])))
            if parent is not None:
                children.setdefault((parent, metric["id"]), []).append((where, metric))
        add_links(system, where, printed)
    for (parent, metric), rows in children.items():
        parts = ["count"] if (parent, metric, "count") in system.places else PARTS
        for part in parts:
            names = [(where, metric, part) for where, _ in rows if (where, metric, part) in system.places]
            # A row without a number that still counts in the total leaves the sum open.
            if names and all(row["state"] in ("value", "withheld") or row["reason"] == "zero_denominator"
                             for _, row in rows):
                system.link([((parent, metric, part), -1)] + [(name, 1) for name in names])
    zeros(system)


SENSITIVE_COUNTS = {f"FB-02.{kind}" for kind in KINDS} | {"FB-02", "TR-09.due"}
SENSITIVE_SHARES = {"TR-08", "TR-09", "TR-12"}


def add_figure(system, where, metric, true):
    names = {part: (where, metric["id"], part) for part in ["count", *PARTS]}
    if metric["id"] in SENSITIVE_COUNTS:
        if metric["state"] == "value":
            system.know(names["count"], metric["value"])
        elif metric["state"] == "withheld":
            system.hide(names["count"], least=1)
        if true and true["state"] == "value" and names["count"] in system.places:
            system.truth[system.place(names["count"])] = true["value"]
    elif metric["id"] in SENSITIVE_SHARES:
        numbers = dict.fromkeys(PARTS)
        if metric["state"] == "value":
            numbers = share(metric["numerator"], metric["denominator"])
        elif metric["state"] == "not_applicable" and metric["reason"] == "zero_denominator":
            numbers = share(0, 0)
        elif metric["state"] != "withheld":
            return
        for part in PARTS:
            if numbers[part] is not None:
                system.know(names[part], numbers[part])
            elif part == "denominator":
                system.place(names[part])
            else:
                system.hide(names[part])
        system.link([(names["numerator"], 1), (names["complement"], 1), (names["denominator"], -1)])
        if true and true["numerator"] is not None:
            for part, value in share(true["numerator"], true["denominator"]).items():
                system.truth[system.place(names[part])] = value


def share(numerator, denominator):
    return dict(zip(PARTS, (numerator, denominator - numerator, denominator)))


def add_links(system, where, printed):
    kinds = [f"FB-02.{kind}" for kind in KINDS]
    if "FB-02" in printed and all(kind in printed for kind in kinds):
        missing = printed[kinds[0]]["missing"]
        system.link([((where, "FB-02", "count"), 1)] + [((where, kind, "count"), -1) for kind in kinds], missing)
    system.link([((where, "TR-08", "denominator"), 1), ((where, "TR-09", "denominator"), -1)])
    system.link([((where, "TR-08", "numerator"), 1), ((where, "TR-09", "numerator"), -1),
                 ((where, "TR-09.due", "count"), -1)])


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

    for terms, _ in system.sums:
        largest = [place for place, factor in terms if [f for _, f in terms].count(factor) == 1 and len(terms) > 2]
        parts = [place for place, _ in terms if place not in largest]
        if parts and all(place in system.withheld or is_shown_anyway(place) for place in parts):
            for place, _ in terms:
                if place in system.least:
                    system.least[place] = 0


PUBLICATIONS = [
    ("feedback", []), ("feedback", ["--by", "month"]), ("feedback", ["--by", "organization"]),
    ("feedback", ["--by", "quarter", "--compare", "previous"]), ("reach", ["--by", "organization"]),
    ("trainings", ["--by", "month"]), ("trainings", ["--by", "organization"]), ("scorecard", ["--by", "organization"]),
    ("feedback", ["--organization", "o0", "--by", "month"]),
]


def audit(binary, seed):
    """Counts what was printed and withheld, and says what could be told."""
    told = withheld = 0
    with tempfile.TemporaryDirectory() as folder:
        program = Program(binary, folder, seed)
        profile = ["board", "funder", "public"][seed % 3]
        for name, arguments in PUBLICATIONS:
            printed = program.report(name, profile, *arguments)
            system = System(printed["threshold"])
            add(system, printed, program.report(name, "team", *arguments))
            what = f"seed {seed}: report {name} {' '.join(arguments)} --profile {profile}"
            try:
                system.check_truth()
                found = system.found_out()
            except AssertionError as problem:
                sys.exit(f"{what}: {problem}")
            withheld += len(system.withheld)
            for place, low, high in found:
                print(f"{what}: {place} is between {low:g} and {high:g}", file=sys.stderr)
            told += len(found)
    return withheld, told


def audit_folder(folder):
    documents = [json.loads(path.read_text()) for path in sorted(Path(folder).glob("*.json"))]
    documents = [document for document in documents if "metrics" in document]
    system = System(max(document["threshold"] for document in documents))
    for document in documents:
        add(system, document)
    found = system.found_out()
    for place, low, high in found:
        print(f"{place} is between {low:g} and {high:g}", file=sys.stderr)
    return len(system.withheld), len(found)


def main(arguments):
    if arguments[0] == "--folder":
        withheld, told = audit_folder(arguments[1])
        print(f"{withheld} withheld counts, {told} of them could be told.")
        return 1 if told else 0
    databases = int(arguments[1]) if len(arguments) > 1 else 50
    first = int(arguments[2]) if len(arguments) > 2 else 1
    withheld = told = 0
    for seed in range(first, first + databases):
        more, found = audit(arguments[0], seed)
        withheld, told = withheld + more, told + found
    print(f"{databases} databases from seed {first}, {databases * len(PUBLICATIONS)} reports: "
          f"{withheld} withheld counts, {told} of them could be told.")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
