"""Opens the report of a built graph in a headless Chromium: does it hold what was built, do its filters filter, and does
nothing run in it but its own script?

    python tests/consumers/browser.py GRAPH

GRAPH is a folder that `newsgraph build` wrote. Needs chromium, chromedriver and the package selenium; where one of them
is not there, or no browser can be started, it says so and leaves the check out.
"""

import json
import shutil
import sys
from pathlib import Path

REPORT = Path(sys.argv[1]).resolve() / "report.html"


def left_out(why):
    print(f"left out: {why}")
    sys.exit(0)


def browser():
    """A headless Chromium that may reach nothing but files."""
    try:
        from selenium import webdriver
    except ImportError:
        left_out("selenium is not installed")
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not program or not driver:
        left_out("chromium or chromedriver is not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(flag)
    options.add_argument("--host-resolver-rules=MAP * ~NOTFOUND")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    try:
        return webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    except Exception as error:  # Whatever keeps a browser from starting is no fault of the report.
        left_out(f"no browser could be started: {str(error).splitlines()[0]}")


def wait_for(page):
    """Until all of the page is there; on a busy machine the driver comes back before."""
    from selenium.webdriver.support.ui import WebDriverWait

    loaded = "return location.protocol == 'file:' && document.readyState == 'complete'"
    WebDriverWait(page, 120).until(lambda page: page.execute_script(loaded))


def expect(what, found, wanted):
    if found != wanted:
        sys.exit(f"{REPORT}: {what}: found {found!r}, wanted {wanted!r}")


def statements():
    lines = (REPORT.parent / "statements.jsonl").read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line]


def filters(page, told):
    """Each relation alone shows its own statements, a word that nobody says shows none, and nothing shows all."""

    def shown(name, value):
        return page.execute_script(
            """const form = document.querySelector(".filters");
            form.reset();
            form.elements[arguments[0]].value = arguments[1];
            form.dispatchEvent(new Event("input", {bubbles: true}));
            return document.querySelectorAll(".statement:not([hidden])").length;""",
            name,
            value,
        )

    for relation in sorted({statement["relation"] for statement in told}):
        wanted = sum(statement["relation"] == relation for statement in told)
        expect(f"statements with the filter {relation}", shown("relation", relation), wanted)
    expect("statements with a word that nobody says", shown("words", "qzxjqzxj"), 0)
    expect("statements without a filter", shown("words", ""), len(told))


def main():
    page = browser()
    try:
        page.get(REPORT.as_uri())
        wait_for(page)
        told = statements()
        listed = page.execute_script("return document.querySelectorAll('.statement').length")
        expect("statements in the list", listed, len(told))
        filters(page, told)
        expect("scripts", page.execute_script("return document.scripts.length"), 1)
        foreign = page.execute_script(
            """return [...document.querySelectorAll("*")].flatMap((element) =>
                 [...element.attributes].filter(({name}) => /^on/i.test(name)).map(({name}) => name))"""
        )
        expect("attributes that run something", foreign, [])
        loaded = page.execute_script("return performance.getEntriesByType('resource').length")
        expect("things loaded from elsewhere", loaded, 0)
        severe = [entry["message"] for entry in page.get_log("browser") if entry["level"] == "SEVERE"]
        expect("errors of the browser", severe, [])
        print(f"chromium: {len(told)} statements, filters, no errors")
    finally:
        page.quit()


main()
