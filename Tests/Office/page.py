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
    broken = {"id": "坏记录", "year": 2024, "direction": "4.1"}
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
        return self.driver.execute_script("const e = document.activeElement; return e.id || e.value || e.tagName")

    def tab_to(self, element):
        """Presses Tab until an element has the focus."""
        for _ in range(30):
            if self.focused_element() == element:
                return
            self.press(Keys.TAB)
        raise AssertionError(f"Tab does not lead to {element}")

    def count_text(self):
        return self.driver.find_element(By.ID, "shown").text


def check_uses(page, check):
    """Checks each way to use the page, with the mouse, then with the keyboard."""
    driver = page.driver
    total = len(page.shown_ids())
    check(total == 54, f"{total} applications are shown at first")
    check(page.count_text() == "共54份", "the count at first")

    # With the mouse.
    Select(driver.find_element(By.ID, "direction")).select_by_value("4.1")
    check(len(page.shown_ids()) == 5 and page.count_text() == "显示5份，共54份", "the filter by direction")
    driver.find_element(By.CSS_SELECTOR, "[name=verdict][value=pass]").click()
    check(all("41-001" not in name for name in page.shown_ids()) and len(page.shown_ids()) == 3, "the filter by verdict")
    driver.find_element(By.CSS_SELECTOR, "[name=verdict][value=pass]").click()
    Select(driver.find_element(By.ID, "direction")).select_by_value("")
    check(len(page.shown_ids()) == total, "all filters removed")
    first = driver.find_element(By.CSS_SELECTOR, ".application summary")
    first.click()
    check(page.expanded_count() == 1 and driver.find_element(By.CSS_SELECTOR, ".application .clauses").is_displayed(), "expanding")
    first.click()
    check(page.expanded_count() == 0, "collapsing")
    search = driver.find_element(By.ID, "search")
    search.send_keys("低于500万元")
    time.sleep(0.3)
    check(0 < len(page.shown_ids()) < 10, "a search in the findings")
    search.clear()
    search.send_keys(" ")
    time.sleep(0.3)
    check(len(page.shown_ids()) == total, "an empty search")
    search.clear()
    driver.find_element(By.ID, "unfold").click()
    check(page.expanded_count() == total, "all expanded")
    driver.find_element(By.ID, "fold").click()
    check(page.expanded_count() == 0, "all collapsed")

    # With the keyboard alone, from the top.
    driver.refresh()
    page.press("/")
    check(page.focused_element() == "search", "/ leads to the search")
    page.press("bs2024-41-001")
    check(page.shown_ids() == ["BS2024-41-001"], "a search by keyboard")
    page.press(Keys.ESCAPE)
    check(len(page.shown_ids()) == total, "Escape clears the search")
    driver.refresh()
    page.tab_to("direction")
    page.press("4.2")
    check({name[:9] for name in page.shown_ids()} == {"BS2024-42"}, "a direction chosen by keyboard")
    page.tab_to("fail")
    page.press(Keys.SPACE)
    check(len(page.shown_ids()) == 2, "a verdict unchecked by keyboard")
    page.tab_to("SUMMARY")
    page.press(Keys.ENTER)
    check(page.expanded_count() == 1, "expanded by keyboard")
    page.press(Keys.SPACE)
    check(page.expanded_count() == 0, "collapsed by keyboard")


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
            check_uses(Page(driver), check)
            printed = driver.print_page()
            check(len(printed) > 100_000, "the page prints")
            check_safety(driver, address, check)
        finally:
            driver.quit()
    print(f"the page in Chromium: {done - failed} passed, {failed} failed")
    sys.exit(1 if failed or done < 25 else 0)


if __name__ == "__main__":
    main()
