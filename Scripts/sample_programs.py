"""Random small programs, made through the command line: few people in most counts, so that much must be withheld."""

import csv
import json
import os
import random
import subprocess
from pathlib import Path

KINDS = ["complaint", "concern", "suggestion", "thanks", "question"]
PRINCIPLES = ["health-and-dignity", "participant-centered", "involvement", "autonomy", "sociocultural", "pragmatism"]
FILES = {
    "survey.csv": "type,name,label,scale,reversed,kirkpatrick,key\n"
    "select_one agree,q1,First,able,,2,\nselect_one agree,q2,Second,able,,2,\n"
    "select_one agree,q3,Third,able,yes,2,\nlikert rated,short,Short,,,1,\n"
    "choice known,k1,Known,,,2,right\nselect_multiple ticked,tick,Ticked,,,,\nelement,code,Code,,,,\n",
    "choices.csv": "list_name,name,label,value\n"
    + "".join(f"agree,{value},Answer {value},{value}\n" for value in range(1, 6)) + "agree,na,Does not apply,\n"
    + "".join(f"rated,{value},Rating {value},{value}\n" for value in range(1, 4))
    + "known,wrong,Wrong,1\nknown,right,Right,2\nknown,other,Other,3\n"
    + "".join(f"ticked,t{value},Tick {value},{value}\n" for value in range(1, 4)),
    "scales.csv": "scale,title,scoring,min_valid\nable,Able,mean,2\n",
}


def spread(rng, most):
    """A count that is small more often than not."""
    return min(most, int(rng.expovariate(1 / rng.choice([1.5, 4, 12]))))


class Program:
    """A random program in a file of its own."""

    def __init__(self, binary, folder, seed):
        self.binary, self.folder, self.seed = binary, Path(folder), seed
        self.rng = rng = random.Random(seed)
        self.organizations = [f"o{place}" for place in range(rng.randint(1, 4))]
        self.sessions = list(self.make_sessions(rng))
        self.run("init", "--program", f"Program {seed}", "--time-zone", "UTC")
        self.load("organizations", ["ref", "title", "staff", "staff_as_of"], [
            [ref, f"Organization {ref}", spread(rng, 40) + rng.choice([1, 26]), "2026-01-01"]
            for ref in self.organizations
        ])
        self.load("sessions", ["ref", "organization", "starts", "minutes", "status", "access_requested", "access_met"],
                  self.sessions)
        self.load("attendance", ["session", "name", "organization", "minutes"], list(self.attendances(rng)))
        self.load("outlets", ["ref", "organization", "title", "channel", "opened"], [
            [f"box-{ref}", ref, f"Box of {ref}", "box", "2025-01-01"] for ref in self.organizations
        ])
        self.load("feedback", ["ref", "outlet", "received", "kind", "summary", "codes"], list(self.feedback(rng)))
        if rng.random() < 0.6:
            self.load("tallies", ["session", "question", "option", "count"], list(self.tallies(rng)))
        if rng.random() < 0.6:
            header = ["session", "made", "respondents", "followed_on", "fully", "partly", "not_yet"]
            self.load("commitments", header, list(self.commitments(rng)))
        if rng.random() < 0.8:
            self.evaluations(rng)

    def make_sessions(self, rng):
        for ref in self.organizations:
            for place, month in enumerate([1] + rng.sample(range(2, 4), rng.randint(0, 2))):
                requested = spread(rng, 30)
                met = requested if rng.random() < 0.4 else rng.randint(0, requested)
                yield [f"s-{ref}-{place}", ref, f"2026-{month:02}-10", 60, "held", requested, met]

    def attendances(self, rng):
        for ref in self.organizations:
            for place in range(spread(rng, 25) + 1):
                yield [f"s-{ref}-0", f"Invented {ref} {place}", ref, rng.choice([60, 60, 60, 10])]

    def feedback(self, rng):
        place = 0
        liked = rng.sample(KINDS, rng.randint(1, 5))
        for ref in self.organizations:
            for month in (1, 2, 3):
                for kind in liked + ([""] if rng.random() < 0.2 else []):
                    for _ in range(spread(rng, 25) if rng.random() < 0.7 else 0):
                        place += 1
                        code = rng.choice(["", "service:referrals", "form:institutional"])
                        yield [f"f{place}", f"box-{ref}", f"2026-{month:02}-15", kind, "words", code]

    def tallies(self, rng):
        for session in self.sessions:
            for question in ("resonates", "challenges"):
                if rng.random() < 0.6:
                    for option in PRINCIPLES:
                        yield [session[0], question, option, spread(rng, 20)]

    def commitments(self, rng):
        for session in self.sessions:
            if rng.random() < 0.8:
                made = spread(rng, 30)
                row = [session[0], made, made, "", "", "", ""]
                if rng.random() < 0.6 and made:
                    fully = rng.randint(0, made)
                    partly = rng.randint(0, made - fully)
                    row[3:] = ["2026-04-20", fully, partly, made - fully - partly]
                yield row

    def evaluations(self, rng):
        for name, text in FILES.items():
            (self.folder / name).write_text(text)
        sheets = ["--survey", "survey.csv", "--choices", "choices.csv", "--scales", "scales.csv"]
        leaning = [rng.choices(range(1, 6), k=rng.randint(1, 4)) for _ in range(3)]
        people = {session[0]: spread(rng, 30) for session in self.sessions if rng.random() < 0.8}
        for wave in ("before", "after"):
            if wave == "before" and rng.random() < 0.4:
                continue
            self.run("form", "add", wave, *sheets, "--wave", wave, "--title", wave)
            rows = [
                [session] + [self.answer(rng, choices) for choices in leaning]
                + [rng.choice("1233"), rng.choice(["wrong", "right", "right", "other", ""]),
                   ";".join(tick for tick in ("t1", "t2", "t3") if rng.random() < 0.5), f"c{place}"]
                for session, count in people.items() for place in range(count)
            ]
            if rows:
                self.load("evaluations", ["session", "q1", "q2", "q3", "short", "k1", "tick", "code"], rows,
                          "--form", wave)

    @staticmethod
    def answer(rng, choices):
        return rng.choice([""] + ["na"] + [rng.choice(choices) for _ in range(12)])

    def plan(self):
        """A random plan: reports of everything, of each organization or of some, divided or not."""
        rng, reports = self.rng, []
        made = set()
        for _ in range(rng.randint(3, 8)):
            report = rng.choice(["scorecard", "feedback", "reach", "trainings", "evaluations", "before-after",
                                 "commitments", "evaluations"])
            whose = rng.choice(["all", "all", "each", self.organizations[:1]])
            if (report, str(whose)) in made or whose != "all" and any(one == report for one, _ in made if _ != "all"):
                continue
            made.add((report, str(whose)))
            line = {"report": report, "organizations": whose, "formats": ["json", "csv"]}
            by = rng.choice([None, "month", "quarter", "organization"])
            if by and not (by == "organization" and whose != "all"):
                line["by"] = by
            reports.append(line)
        return {"profile": ["board", "funder", "public"][self.seed % 3], "reports": reports}

    def batch(self, plan, name):
        (self.folder / f"{name}.json").write_text(json.dumps(plan))
        self.run("batch", f"{name}.json", "--period", "2026-Q1", "--as-of", "2026-04-30", "-o", name)

    def run(self, *arguments):
        done = subprocess.run([self.binary, *arguments], capture_output=True, text=True, cwd=self.folder,
                              env={**os.environ, "GROUNDWORK_DATABASE": "program.db"})
        if done.returncode:
            raise RuntimeError(f"seed {self.seed}: groundwork {' '.join(map(str, arguments))}: {done.stderr.strip()}")
        return done.stdout

    def load(self, kind, header, rows, *more):
        if not rows:
            return
        path = self.folder / f"{kind}.csv"
        with path.open("w", newline="") as file:
            csv.writer(file).writerows([header, *rows])
        names = ["--keep", "names"] if kind == "attendance" else []
        self.run("import", kind, f"{kind}.csv", *names, *more)
