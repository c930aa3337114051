"""Drives the workbench in headless Chromium, as a person would.

usage: workbench.py LINK LANGUAGE AXE SHOTS PATH VALUE SHORT STOP

PATH and VALUE are a cell, of a figure that the arithmetic of `check` states, and what is
typed into it; SHORT are cells of one sheet (PATH=VALUE;…) that leave no plan without a repair; STOP is "stop" where the run
lasts until it is stopped. Prints what was measured as JSON; fails on the first
thing that is not as it should be.
"""

import json
import re
import sys
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

LINK, LANGUAGE, AXE, SHOTS, PATH, VALUE, SHORT, STOP = sys.argv[1:]
WORDS = {
    "zh": {"run": "求解", "done": "核验通过", "stop": "停止", "result": "结果", "pin": "指定",
           "why": "为什么", "apply": "一起生效", "repair": "作为新方案采用", "asked": "所问"},
    "en": {"run": "Plan it", "done": "verified", "stop": "Stop", "result": "Result", "pin": "Pin",
           "why": "Why", "apply": "Apply together", "repair": "Apply as an option", "asked": "Asked"},
}[LANGUAGE]
PATIENCE = 300_000
measured, complaints = {}, []


def judge(page, name):
    """Axe on the page, in light and dark and on a phone, with a picture of each."""
    for scheme, width in [("light", 1280), ("dark", 1280), ("light", 390), ("dark", 390)]:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        if SHOTS:
            page.screenshot(path=f"{SHOTS}/{LANGUAGE}-{name}-{scheme}-{width}.png")
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            complaints.append(f"{name} at {width}: scrolls sideways ({wide})")
        if AXE:
            # The page's own policy keeps strange scripts out, but not the tester's.
            found = page.evaluate(AXE_TEXT + "; axe.run().then(all => all.violations.map("
                                  "one => one.id + ': ' + one.nodes.map(n => n.html.slice(0, 160)).join(' | ')))")
            complaints.extend(f"{name} {scheme} {width}: {one}" for one in found)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})


def open_sheet(page, address, path):
    """Opens the sheet with a cell."""
    page.goto(address)
    for number in range(page.locator("nav.sheets a").count()):
        page.goto(f"{address}?sheet={number}")
        if page.locator(f"input[name='{path}']").count():
            return
    complaints.append(f"no sheet has {path}")


def wait_for_end(page, job):
    article = page.locator(f"#job-{job}")
    expect(article).to_contain_text(WORDS["done"], timeout=PATIENCE)


AXE_TEXT = Path(AXE).read_text(encoding="utf-8") if AXE else ""

with sync_playwright() as play:
    browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    context = browser.new_context(locale="zh-CN", accept_downloads=True, reduced_motion="reduce")
    page = context.new_page()
    page.on("console", lambda said: said.type == "error" and "409" not in said.text
            and "422" not in said.text and complaints.append(f"console: {said.text}"))
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))

    page.goto(LINK)
    if LANGUAGE == "en":
        page.locator("a.language").click()
    origin = page.url.rstrip("/").split("?")[0]
    judge(page, "options")

    # An option, and a figure in it.
    page.locator("form[action='/options'] input[name=name]").fill("少一半" if LANGUAGE == "zh" else "Half")
    page.locator("form[action='/options'] button").click()
    open_sheet(page, f"{origin}/options/1/data", PATH)
    cell = page.locator(f"input[name='{PATH}']")
    before = page.locator("#arithmetic").inner_html()
    old = cell.input_value()
    cell.fill(VALUE)
    cell.press("Enter")
    expect(page.locator("td.changed")).to_have_count(1)
    expect(page.locator("#sheet")).to_have_attribute("data-took", re.compile("."))
    measured["edit_ms"] = float(page.locator("#sheet").get_attribute("data-took"))
    if page.locator("#arithmetic").inner_html() == before:
        complaints.append("the arithmetic did not change")
    # What means nothing is refused at the cell, and Escape brings the old value back.
    cell.fill("许多许多")
    cell.press("Tab")
    expect(page.locator("td.wrong")).to_have_count(1)
    judge(page, "data")
    cell.focus()
    cell.press("Escape")
    expect(cell).to_have_value(VALUE)
    # Taken back, and by undo once more there.
    page.locator("#changes ul button").first.click()
    expect(page.locator(f"input[name='{PATH}']")).to_have_value(old)
    page.locator("#changes form[action$=undo] button").click()
    expect(page.locator("td.changed")).to_have_count(1)

    # Runs: the base, then the option.
    page.goto(f"{origin}/jobs")
    page.locator("form[action='/jobs'] select").select_option("0")
    page.locator("form[action='/jobs'] button.main").click()
    if STOP == "stop":
        expect(page.locator("#job-1 polyline.best")).to_have_count(1, timeout=PATIENCE)
        judge(page, "running")
        page.locator("#job-1 form[action$=stop] button").click()
    wait_for_end(page, 1)
    page.locator("form[action='/jobs'] select").select_option("1")
    page.locator("form[action='/jobs'] input[name=steps]").fill("0")
    page.locator("form[action='/jobs'] button.main").click()
    wait_for_end(page, 2)
    judge(page, "jobs")

    # Side by side.
    page.goto(f"{origin}/compare")
    for box in page.locator("input[name=o]").all():
        box.check()
    page.locator("main form button.main").click()
    expect(page.locator("main table").first).to_be_visible()
    judge(page, "compare")

    # The plan: a decision pinned, one asked about.
    page.goto(f"{origin}/plans/1?grid=0")
    judge(page, "plan")
    page.locator("button.decide").first.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("#decide")
    expect(dialog).to_be_visible()
    judge(page, "decide")
    dialog.locator("[data-act=pin]").first.click()
    expect(page.locator("#chosen li")).to_have_count(1)
    page.locator("#tentative input[name=name]").fill("定一处" if LANGUAGE == "zh" else "Pinned")
    page.locator("#apply").click()
    expect(page.locator("#changes li")).to_have_count(1)
    page.goto(f"{origin}/plans/1?grid=1")
    expect(page.locator("button.decide").first).to_be_visible()
    page.goto(f"{origin}/plans/1?grid=0")
    page.locator("button.decide").first.click()
    dialog.locator("form[action='/why'] button").first.click()
    expect(page.locator("#job-3")).to_contain_text(WORDS["result"], timeout=PATIENCE)
    page.locator("#job-3 a.button").click()
    expect(page.locator("pre.text")).to_contain_text(WORDS["asked"])
    judge(page, "why")

    # A repair, taken as an option.
    open_sheet(page, f"{origin}/options/2/data", SHORT.split("=")[0])
    for number, (path, value) in enumerate(part.split("=") for part in SHORT.split(";")):
        page.locator(f"input[name='{path}']").fill(value)
        page.keyboard.press("Tab")
        expect(page.locator("td.changed")).to_have_count(number + 1)
    page.goto(f"{origin}/explain?option=2")
    judge(page, "explain")
    page.locator("form[action='/explain'] input[name=minutes]").fill("1")
    page.locator("form[action='/explain'] button.main").click()
    expect(page.locator("#job-4")).to_contain_text(WORDS["result"], timeout=PATIENCE)
    page.locator("#job-4 a.button").click()
    judge(page, "repairs")
    repair = page.locator("form[action='/repairs'] button")
    measured["repairs"] = repair.count()
    if repair.count():
        repair.first.click()
        expect(page.locator("#changes li").first).to_be_visible()

    # Files to take home.
    page.goto(f"{origin}/results/2")
    judge(page, "result")
    for name in ["report.docx", "report.xlsx", "report.html", "plan.json", "all.zip"]:
        with page.expect_download() as download:
            page.locator(f"a[href='/results/2/{name}']").click()
        path = download.value.path()
        if path.stat().st_size < 1000:
            complaints.append(f"{name}: {path.stat().st_size} bytes")

    # First paint, of a page that was not shown before.
    fresh = context.new_page()
    paints = []
    for _ in range(5):
        fresh.goto(f"{origin}/options/0/data?sheet=4")
        paints.append(fresh.evaluate(
            "new Promise(done => { const look = () => { const one = performance.getEntriesByName"
            "('first-contentful-paint')[0]; one ? done(one.startTime) : setTimeout(look, 20); }; look(); })"))
    measured["first_paint_ms"] = sorted(paints)[2]
    browser.close()

print(json.dumps({"measured": measured, "complaints": complaints}, ensure_ascii=False))
