#!/usr/bin/env python3
"""Checks the result page in Chromium, with the mouse and with the keyboard alone.

usage: page.py KEPING [FOLDER FOR SCREENSHOTS]
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select

ROOT = pathlib.Path(__file__).resolve().parents[2]
ATTACK = "<script>window.attacked=1</script><img src=x onerror=window.attacked=1>"


def write_page(keping, folder):
    """Writes a page with all examples and an application that attacks it; returns its address."""
    attack = json.loads((ROOT / "Plugins/jili-2024/examples/4.1.json").read_text())[0]
    attack.update(id="\"><svg onload=window.attacked=1>", title=ATTACK)
    attack["applicant"]["name"] = "' onmouseover='window.attacked=1"
    attack[ATTACK] = 1
    broken = {"id": "坏 记录~1", "year": 2024, "direction": "4.1"}
    source = f"{folder}/applications.jsonl"
    with open(source, "w") as file:
        for record in (attack, broken):
            file.write(json.dumps(record) + "\n")
    inputs = sorted(str(path) for path in ROOT.glob("Plugins/*-2024/examples/*.json")) + [source]
    process = subprocess.run([keping, "evaluate", *inputs, "-o", f"{folder}/results.html"], cwd=ROOT, capture_output=True)
    assert process.returncode == 1, process.stderr  # 1, because one record is invalid
    return f"file://{folder}/results.html"


def start_browser():
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,900", "--lang=zh-CN"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))


class Page:
    def __init__(self, driver):
        self.driver = driver

    def shown_ids(self):
        """Returns the ids of the applications that are shown."""
        script = "return [...document.querySelectorAll('.application')].filter(a => a.offsetParent).map(a => a.querySelector('.id').textContent)"
        return self.driver.execute_script(script)

    def expanded_count(self):
        return self.driver.execute_script("return document.querySelectorAll('.application[open]').length")

    def press(self, *keys):
        chain = ActionChains(self.driver)
        for key in keys:
            chain.send_keys(key)
        chain.perform()
        time.sleep(0.3)

    def focused_element(self):
        return self.driver.execute_script("const e = document.activeElement; return e.name || e.tagName")

    def tab_to(self, element):
        """Presses Tab until an element has the focus."""
        for _ in range(30):
            if self.focused_element() == element:
                return
            self.press(Keys.TAB)
        raise AssertionError(f"Tab does not lead to {element}")

    def count_text(self):
        return self.driver.find_element(By.CSS_SELECTOR, ".status output").text

    def is_chart_open(self):
        return self.driver.execute_script("return document.querySelector('.chart').open")

    def sort_by(self, order):
        Select(self.driver.find_element(By.NAME, "sort")).select_by_value(order)

    def open_link(self, fragment):
        """Opens the page at an application, in a new document; returns the ids of the open ones whose top can be seen."""
        address = self.driver.current_url.partition("#")[0]
        self.driver.get("about:blank")
        self.driver.get(f"{address}#{fragment}")
        time.sleep(0.3)
        return self.visible_expanded_ids()

    def visible_expanded_ids(self):
        script = """
            const bar = document.querySelector('.filters').getBoundingClientRect().bottom;
            const isSeen = a => a.getBoundingClientRect().top >= bar && a.getBoundingClientRect().top < innerHeight;
            return [...document.querySelectorAll('.application[open]')].filter(isSeen).map(a => a.querySelector('.id').textContent)"""
        return self.driver.execute_script(script)


def check_mouse(page, check):
    """Checks each control with the mouse."""
    driver = page.driver
    total = len(page.shown_ids())
    check(total == 54, f"{total} applications are shown at first")
    check(page.count_text() == "共54份", "the count at first")
    check(page.is_chart_open(), "the chart at first")

    Select(driver.find_element(By.NAME, "direction")).select_by_value("4.1")
    check(len(page.shown_ids()) == 5 and page.count_text() == "显示5份，共54份", "the filter by direction")
    check(not page.is_chart_open(), "the chart is folded by a filter")
    verdict = Select(driver.find_element(By.NAME, "verdict"))
    verdict.select_by_visible_text("通过以外")
    check(all("41-001" not in name for name in page.shown_ids()) and len(page.shown_ids()) == 3, "the filter by all other verdicts")
    verdict.select_by_value("fail")
    check(page.shown_ids() == ["BS2024-41-003"], "the filter by one verdict")
    verdict.select_by_value("")
    Select(driver.find_element(By.NAME, "direction")).select_by_value("")
    check(len(page.shown_ids()) == total, "all filters removed")
    first = driver.find_element(By.CSS_SELECTOR, ".application summary")
    first.click()
    check(page.expanded_count() == 1 and driver.find_element(By.CSS_SELECTOR, ".application .clauses").is_displayed(), "expanding")
    first.click()
    check(page.expanded_count() == 0, "collapsing")
    search = driver.find_element(By.NAME, "search")
    search.send_keys("低于５００万元")
    time.sleep(0.3)
    check(0 < len(page.shown_ids()) < 10, "a search in the findings, in full width")
    search.clear()
    search.send_keys("没有这样的文字")
    time.sleep(0.3)
    clear = driver.find_element(By.CSS_SELECTOR, ".empty button")
    check(not page.shown_ids() and clear.is_displayed(), "the empty state")
    clear.click()
    check(len(page.shown_ids()) == total and not clear.is_displayed(), "all filters cleared in the empty state")
    search.send_keys(" ")
    time.sleep(0.3)
    check(len(page.shown_ids()) == total, "an empty search")
    search.clear()
    driver.find_element(By.NAME, "unfold").click()
    check(page.expanded_count() == total, "all expanded")
    driver.find_element(By.NAME, "fold").click()
    check(page.expanded_count() == 0, "all collapsed")


def check_order(page, check):
    """Checks sorting."""
    as_given = page.shown_ids()
    page.sort_by("score")
    scores = [entry.text for entry in page.driver.find_elements(By.CSS_SELECTOR, ".application .score")]
    numbers = [float(score) for score in scores if score != "—"]
    check(numbers == sorted(numbers, reverse=True) and scores[len(numbers):] == ["—"], "the order by score, those without one last")
    page.sort_by("id")
    plain = [name for name in page.shown_ids() if name.startswith("BS")]
    check(plain == sorted(plain) and len(plain) == len(as_given) - 2, "the order by id")
    page.sort_by("")
    check(page.shown_ids() == as_given, "the order of the input again")


def check_links(page, check):
    """Checks that an address with an id leads to its application, whatever the id is."""
    links = [entry.get_attribute("href") for entry in page.driver.find_elements(By.CSS_SELECTOR, ".application > summary > a")]
    ids = page.shown_ids()
    check(len(set(links)) == len(ids), "every application has its own link")
    check(page.open_link("BS2024-41-002") == ["BS2024-41-002"], "an address with an id opens the application")
    for index in (-1, -2, len(ids) // 2):
        check(page.open_link(links[index].partition("#")[2]) == [ids[index]], f"the link of {ids[index]!r}")
    check(page.open_link("坏 记录%7E1") == ["坏 记录~1"], "an id in Chinese typed into the address")
    Select(page.driver.find_element(By.NAME, "verdict")).select_by_value("fail")
    page.driver.execute_script("location.hash = 'BS2024-41-001'")
    time.sleep(0.3)
    check("BS2024-41-001" in page.visible_expanded_ids(), "a link to an application that the filter hides")
    check(page.open_link("没有") == [], "a link to nothing")
    page.driver.get(page.driver.current_url.partition("#")[0])


def check_keyboard(page, check):
    """Checks each control with the keyboard alone, from the top."""
    driver = page.driver
    driver.refresh()
    total = len(page.shown_ids())
    page.press(Keys.TAB)
    check(driver.execute_script("return document.activeElement.className") == "skip", "the first stop is the link to the applications")
    page.press("/")
    check(page.focused_element() == "search", "/ leads to the search")
    page.press("bs2024-41-001")
    check(page.shown_ids() == ["BS2024-41-001"], "a search by keyboard")
    page.press(Keys.ESCAPE)
    check(len(page.shown_ids()) == total, "Escape clears the search")
    driver.refresh()
    page.tab_to("verdict")
    page.press("不")
    check({name[-3:] for name in page.shown_ids()} <= {"002", "003"}, "a verdict chosen by keyboard")
    page.tab_to("direction")
    page.press("4.2")
    check(page.shown_ids() == ["BS2024-42-003"], "a direction chosen by keyboard")
    page.tab_to("fold")
    page.press(Keys.TAB)
    check(page.focused_element() == "SUMMARY", "the applications follow the controls")
    page.press(Keys.ENTER)
    check(page.expanded_count() == 1, "expanded by keyboard")
    page.press(Keys.SPACE)
    check(page.expanded_count() == 0, "collapsed by keyboard")


def check_appearance(page, check):
    """Checks that nothing is wider than a telephone, that a scrolled page keeps its filters, and what is printed."""
    driver = page.driver
    driver.refresh()
    metrics = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    driver.find_element(By.NAME, "unfold").click()
    time.sleep(0.5)
    script = "return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 390.5).map(e => e.outerHTML)"
    wide = driver.execute_script(script)
    check(driver.execute_script("return document.documentElement.scrollWidth") == 390 and not wide, f"too wide: {wide[:1]}")
    script = "return Math.min(...[...document.querySelectorAll('.clauses td')].map(e => e.clientWidth))"
    check(driver.execute_script(script) > 250, "a clause has the width of the screen")
    driver.execute_script("scrollTo(0, 5000)")
    script = "return document.querySelector('.filters').getBoundingClientRect().top"
    check(driver.execute_script(script) == 0, "the filters stay at the top")
    whole = driver.print_page()
    driver.execute_script("scrollTo(0, 0)")
    driver.find_element(By.NAME, "fold").click()
    driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    closed = driver.print_page()
    check(len(whole) > 2 * len(closed) > 50_000, "open applications are printed whole, closed ones as a line")


def check_safety(driver, address, check):
    """Checks that no foreign script ran, that nothing else was requested, and that there were no errors."""
    check(driver.execute_script("return window.attacked") is None, "a text of an application was run")
    check(driver.execute_script("return document.querySelectorAll('svg, img, iframe, link, object').length") == 0, "there are foreign elements")
    check(driver.execute_script("return document.scripts.length") == 1, "there is another script")
    titles = driver.execute_script("return [...document.querySelectorAll('.title')].map(t => t.textContent)")
    check(ATTACK in titles, "the title of the attack was changed")
    errors = [entry["message"] for entry in driver.get_log("browser")]
    check(not errors, f"errors of the browser: {errors}")
    requested = set()
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            requested.add(message["params"]["request"]["url"])
    check(requested == {address}, f"requested: {requested}")


def main():
    keping = sys.argv[1]
    done = failed = 0

    def check(is_right, message):
        nonlocal done, failed
        done, failed = done + 1, failed + (not is_right)
        if not is_right:
            print(f"page: {message}")

    with tempfile.TemporaryDirectory() as folder:
        address = write_page(keping, folder)
        driver = start_browser()
        try:
            driver.get(address)
            if len(sys.argv) > 2:
                driver.save_screenshot(f"{sys.argv[2]}/page.png")
            page = Page(driver)
            check_mouse(page, check)
            check_order(page, check)
            check_links(page, check)
            check_keyboard(page, check)
            check_appearance(page, check)
            check_safety(driver, address, check)
        finally:
            driver.quit()
    print(f"the page in Chromium: {done - failed} passed, {failed} failed")
    sys.exit(1 if failed or done < 40 else 0)


if __name__ == "__main__":
    main()
