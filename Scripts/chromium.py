"""Chromium, headless, spoken to without a driver: what Scripts/check-pages and Scripts/check-browser share."""
import json
import os
import shutil
import subprocess

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
BREATH = 60


def found():
    """The Chromium of this machine, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Browser:
    """Chromium, spoken to over two pipes (https://chromedevtools.github.io/devtools-protocol/)."""

    def __init__(self, program: str, folder: str):
        to_read, self._write = os.pipe()
        self._read, to_write = os.pipe()

        def connect():
            ends = os.dup(to_read), os.dup(to_write)
            os.dup2(ends[0], 3, inheritable=True)
            os.dup2(ends[1], 4, inheritable=True)

        self._process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
             "--disable-background-networking", f"--user-data-dir={folder}", "--remote-debugging-pipe"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            preexec_fn=connect, close_fds=False,
        )
        os.close(to_read)
        os.close(to_write)
        self._number = 0
        self._rest = b""
        self.events = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = None
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Log", "Accessibility"]:
            self.ask(f"{domain}.enable")

    _session = None

    def ask(self, method: str, **parameters):
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def _next(self):
        while b"\0" not in self._rest:
            part = os.read(self._read, 1 << 20)
            if not part:
                raise RuntimeError("Chromium went away")
            self._rest += part
        message, self._rest = self._rest.split(b"\0", 1)
        return json.loads(message)

    def open(self, url: str):
        """Opens a page, and returns once it is loaded."""
        self.events.clear()
        self.ask("Page.navigate", url=url)
        self.wait()

    def wait(self):
        """Waits until a page that is on its way is loaded."""
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self._next())

    def run(self, script: str):
        answer = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"].get("text", "a script failed"))
        return answer["result"].get("value")

    def close(self):
        self._session = None
        try:
            self.ask("Browser.close")
            self._process.wait(BREATH)
        except (OSError, RuntimeError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait(BREATH)


def console(browser):
    """What the console said while a page was opened."""
    for event in browser.events:
        if event.get("method") == "Log.entryAdded":
            yield event["params"]["entry"]["text"]
        if event.get("method") in ("Runtime.exceptionThrown", "Runtime.consoleAPICalled"):
            yield json.dumps(event["params"])[:200]
