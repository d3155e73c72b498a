#!/usr/bin/env python3
"""Opens report.html files in a real browser and checks what only a browser can tell.

    .ci/pages.py REPORT.html... [--shots DIR]

For each page: no console message and no request beside the file itself, with and without
JavaScript, light and dark, at 390 and 1440 pixels; nothing wider than the screen; one tab stop a
chart, whose readout answers to the arrow keys; answer and table on the first printed page.
Installs Debian's chromium and PyPI's playwright where they are missing; without a network it says
so and leaves with 0.
"""
import pathlib
import shutil
import subprocess
import sys


def have(command):
    return subprocess.run(command, capture_output=True, text=True).returncode == 0


def skip(what):
    print(f"pages: skipped, {what}")
    sys.exit(0)


def browser_path():
    if not shutil.which("chromium"):
        have(["apt-get", "update"])
        if not have(["apt-get", "install", "-y", "--no-install-recommends", "chromium"]):
            skip("chromium cannot be installed")
    return shutil.which("chromium")


def playwright():
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "playwright"]
        if not have(pip) and not have(pip + ["--break-system-packages"]):
            skip("playwright cannot be installed")
        from playwright.sync_api import sync_playwright
    return sync_playwright


def opened(browser, url, found, **options):
    context = browser.new_context(**options)
    page = context.new_page()
    page.on("console", lambda message: found.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: found.append(f"error: {error}"))
    page.on("request", lambda request: request.url == url or found.append(f"request: {request.url}"))
    page.goto(url)
    return page


def check_layout(page, width, found):
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > width:
        found.append(f"{wide} pixels wide on a screen of {width}")
    tall = page.evaluate(
        "Array.from(document.querySelectorAll('svg.chart')).filter(e => e.clientWidth < 200).length")
    if tall:
        found.append(f"{tall} charts narrower than 200 pixels at {width}")


def check_keyboard(page, found):
    charts = page.locator("svg.chart")
    for place in range(charts.count()):
        chart = charts.nth(place)
        readout = chart.locator("xpath=ancestor::figure").locator("p.readout")
        chart.focus()
        page.keyboard.press("ArrowRight")
        first = readout.text_content()
        page.keyboard.press("End")
        last = readout.text_content()
        rows = chart.locator("xpath=ancestor::figure").locator("tbody tr").count()
        if not first or not last or (rows > 1 and first == last):
            found.append(f"chart {place}: arrows read {first!r}, End {last!r}, of {rows} rows")
        page.keyboard.press("Escape")
        if readout.text_content():
            found.append(f"chart {place}: Escape leaves {readout.text_content()!r}")


def check_print(page, found):
    """The answer and its table end within the first page: A4 less the margins, at 96 per inch."""
    page.set_viewport_size({"width": 688, "height": 1017})
    page.emulate_media(media="print")
    bottom = page.evaluate(
        "document.querySelector('table.answer').getBoundingClientRect().bottom + window.scrollY")
    if bottom > 1017:
        found.append(f"the printed table ends at {bottom:.0f} of 1017 pixels")
    wide = page.evaluate("document.querySelector('table.answer').scrollWidth")
    if wide > 688:
        found.append(f"the printed table is {wide} of 688 pixels wide")
    return page.pdf(format="A4", prefer_css_page_size=False)


def check(browser, path, shots):
    url = path.resolve().as_uri()
    found = []
    name = path.resolve().parent.name
    for width in (390, 1440):
        for scheme in ("light", "dark"):
            page = opened(
                browser, url, found, viewport={"width": width, "height": 900},
                color_scheme=scheme)
            check_layout(page, width, found)
            if shots:
                page.screenshot(path=shots / f"{name}-{width}-{scheme}.png", full_page=True)
            page.context.close()
    page = opened(browser, url, found, viewport={"width": 1440, "height": 900})
    check_keyboard(page, found)
    pdf = check_print(page, found)
    if shots:
        (shots / f"{name}.pdf").write_bytes(pdf)
    page.context.close()
    page = opened(browser, url, found, java_script_enabled=False)
    if not page.locator("h1").text_content() or not page.locator("table.answer tbody tr").count():
        found.append("without JavaScript the answer or its table is missing")
    page.context.close()
    kilobytes = path.stat().st_size / 1000
    print(f"{'ok  ' if not found else 'FAIL'} {name}: {kilobytes:.0f} kB, {len(pdf) // 1000} kB PDF")
    for line in dict.fromkeys(found):
        print(f"     {line}")
    return not found


def main():
    arguments = sys.argv[1:]
    shots = None
    if "--shots" in arguments:
        place = arguments.index("--shots")
        shots = pathlib.Path(arguments[place + 1])
        shots.mkdir(parents=True, exist_ok=True)
        del arguments[place : place + 2]
    if not arguments:
        sys.exit(__doc__)
    executable = browser_path()
    start = playwright()
    with start() as tools:
        browser = tools.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        results = [check(browser, pathlib.Path(path), shots) for path in arguments]
        browser.close()
    sys.exit(0 if all(results) else 1)


main()
