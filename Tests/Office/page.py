#!/usr/bin/env python3
"""The results' page in Chromium, used by mouse and by keyboard alone.

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


def page(keping, folder):
    """A page with all examples and an application that attacks it."""
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
    made = subprocess.run([keping, "evaluate", *inputs, "-o", f"{folder}/results.html"], cwd=ROOT, capture_output=True)
    assert made.returncode == 1, made.stderr  # 1: the broken record
    return f"file://{folder}/results.html"


def browser():
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,900", "--lang=zh-CN"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))


class Page:
    def __init__(self, driver):
        self.driver = driver

    def shown(self):
        """The ids of the applications that are shown."""
        script = "return [...document.querySelectorAll('.application')].filter(a => a.offsetParent).map(a => a.querySelector('.id').textContent)"
        return self.driver.execute_script(script)

    def unfolded(self):
        return self.driver.execute_script("return document.querySelectorAll('.application[open]').length")

    def keys(self, *keys):
        chain = ActionChains(self.driver)
        for key in keys:
            chain.send_keys(key)
        chain.perform()
        time.sleep(0.3)

    def focused(self):
        return self.driver.execute_script("const e = document.activeElement; return e.id || e.value || e.tagName")

    def tab_to(self, wanted):
        """Goes on with the tabulator until something has the focus."""
        for _ in range(30):
            if self.focused() == wanted:
                return
            self.keys(Keys.TAB)
        raise AssertionError(f"the tabulator does not lead to {wanted}")

    def counted(self):
        return self.driver.find_element(By.ID, "shown").text


def uses(page, check):
    """Each way to use the page, by mouse, then by keyboard."""
    driver = page.driver
    total = len(page.shown())
    check(total == 54, f"{total} applications are shown at first")
    check(page.counted() == "共54份", "the count at first")

    # By mouse.
    Select(driver.find_element(By.ID, "direction")).select_by_value("4.1")
    check(len(page.shown()) == 5 and page.counted() == "显示5份，共54份", "the direction's filter")
    driver.find_element(By.CSS_SELECTOR, "[name=verdict][value=pass]").click()
    check(all("41-001" not in name for name in page.shown()) and len(page.shown()) == 3, "the verdict's filter")
    driver.find_element(By.CSS_SELECTOR, "[name=verdict][value=pass]").click()
    Select(driver.find_element(By.ID, "direction")).select_by_value("")
    check(len(page.shown()) == total, "all filters taken back")
    first = driver.find_element(By.CSS_SELECTOR, ".application summary")
    first.click()
    check(page.unfolded() == 1 and driver.find_element(By.CSS_SELECTOR, ".application .clauses").is_displayed(), "unfolding")
    first.click()
    check(page.unfolded() == 0, "folding")
    search = driver.find_element(By.ID, "search")
    search.send_keys("低于500万元")
    time.sleep(0.3)
    check(0 < len(page.shown()) < 10, "a search in the findings")
    search.clear()
    search.send_keys(" ")
    time.sleep(0.3)
    check(len(page.shown()) == total, "a search for nothing")
    search.clear()
    driver.find_element(By.ID, "unfold").click()
    check(page.unfolded() == total, "all unfolded")
    driver.find_element(By.ID, "fold").click()
    check(page.unfolded() == 0, "all folded")

    # By keyboard alone, from the top.
    driver.refresh()
    page.keys("/")
    check(page.focused() == "search", "/ leads to the search")
    page.keys("bs2024-41-001")
    check(page.shown() == ["BS2024-41-001"], "a search by keyboard")
    page.keys(Keys.ESCAPE)
    check(len(page.shown()) == total, "Escape clears the search")
    driver.refresh()
    page.tab_to("direction")
    page.keys("4.2")
    check({name[:9] for name in page.shown()} == {"BS2024-42"}, "a direction chosen by keyboard")
    page.tab_to("fail")
    page.keys(Keys.SPACE)
    check(len(page.shown()) == 2, "a verdict unchecked by keyboard")
    page.tab_to("SUMMARY")
    page.keys(Keys.ENTER)
    check(page.unfolded() == 1, "unfolded by keyboard")
    page.keys(Keys.SPACE)
    check(page.unfolded() == 0, "folded by keyboard")


def is_safe(driver, address, check):
    """Nothing of outside has run, nothing was asked for elsewhere, nothing went wrong."""
    check(driver.execute_script("return window.attacked") is None, "a text of an application has run")
    check(driver.execute_script("return document.querySelectorAll('svg, img, iframe, link, object').length") == 0, "foreign elements")
    check(driver.execute_script("return document.scripts.length") == 1, "another script")
    titles = driver.execute_script("return [...document.querySelectorAll('.title')].map(t => t.textContent)")
    check(ATTACK in titles, "the attack's title is not shown as it is")
    errors = [entry["message"] for entry in driver.get_log("browser")]
    check(not errors, f"the browser complains: {errors}")
    asked = set()
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            asked.add(message["params"]["request"]["url"])
    check(asked == {address}, f"asked for: {asked}")


def main():
    keping = sys.argv[1]
    done = wrong = 0

    def check(is_right, what):
        nonlocal done, wrong
        done, wrong = done + 1, wrong + (not is_right)
        if not is_right:
            print(f"page: {what}")

    with tempfile.TemporaryDirectory() as folder:
        address = page(keping, folder)
        driver = browser()
        try:
            driver.get(address)
            if len(sys.argv) > 2:
                driver.save_screenshot(f"{sys.argv[2]}/page.png")
            uses(Page(driver), check)
            printed = driver.print_page()
            check(len(printed) > 100_000, "the page prints")
            is_safe(driver, address, check)
        finally:
            driver.quit()
    print(f"the page in Chromium: {done - wrong} passed, {wrong} failed")
    sys.exit(1 if wrong or done < 25 else 0)


if __name__ == "__main__":
    main()
