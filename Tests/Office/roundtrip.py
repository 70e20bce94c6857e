#!/usr/bin/env python3
"""Checks that a template filled in by a spreadsheet program gives the same results as the JSON it was filled from.

usage: roundtrip.py KEPING

For each direction and program: write the template, fill it in from the examples of the plugin, evaluate both and compare the bytes.
"""
import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(__file__))
from filling import Fields, cells, element_rows  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
APPLICATIONS, NOTES = "申报表", {"条款", "填写说明", "选项"}
# Columns that the host needs for every application; no clause reads them.
ALWAYS = {"申报编号*", "指南年度*", "申报方向*", "项目名称*", "申报单位名称*"}


class OpenpyxlBook:
    def __init__(self, path):
        import openpyxl
        self.path, self.book = path, openpyxl.load_workbook(path)

    def sheets(self):
        return self.book.sheetnames

    def headings(self, sheet):
        return [cell.value for cell in self.book[sheet][1]]

    def put(self, sheet, row, column, value):
        self.book[sheet].cell(row + 1, column + 1).value = value

    def save(self, path):
        self.book.save(path)


class LibreOfficeBook:
    """A document in a headless LibreOffice, controlled through UNO."""
    desktop = None

    def __init__(self, path):
        import uno
        from com.sun.star.beans import PropertyValue
        self.value = lambda name, value: PropertyValue(name, 0, value, 0)
        if LibreOfficeBook.desktop is None:
            LibreOfficeBook.desktop = self.start(uno)
        self.book = self.desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, (self.value("Hidden", True),))
        self.uno = uno

    @staticmethod
    def start(uno):
        profile = tempfile.mkdtemp()
        subprocess.Popen(
            ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}",
             "--accept=pipe,name=keping;urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        resolver = uno.getComponentContext().ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", uno.getComponentContext())
        for _ in range(120):
            try:
                context = resolver.resolve("uno:pipe,name=keping;urp;StarOffice.ComponentContext")
                return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            except Exception:
                time.sleep(0.5)
        sys.exit("LibreOffice does not start")

    def sheets(self):
        return list(self.book.Sheets.ElementNames)

    def headings(self, sheet):
        sheet, found = self.book.Sheets.getByName(sheet), []
        while sheet.getCellByPosition(len(found), 0).String:
            found.append(sheet.getCellByPosition(len(found), 0).String)
        return found

    def put(self, sheet, row, column, value):
        cell = self.book.Sheets.getByName(sheet).getCellByPosition(column, row)
        if isinstance(value, str):
            cell.String = value
        else:
            cell.Value = value

    @classmethod
    def stop(cls):
        if cls.desktop is not None:
            try:
                cls.desktop.terminate()
            except Exception:
                pass  # LibreOffice may end before it answers.

    def save(self, path):
        self.book.storeToURL(self.uno.systemPathToFileUrl(path), (self.value("FilterName", "Calc MS Excel 2007 XML"),))
        self.book.close(True)


def fill(book, records, fields):
    rows = {}
    for record in records:
        for sheet in book.sheets():
            if sheet in NOTES:
                continue
            headings = book.headings(sheet)
            new_rows = [list(cells(headings, record, fields))] if sheet == APPLICATIONS else element_rows(sheet, headings, record, fields)
            for row in new_rows:
                rows[sheet] = rows.get(sheet, 1) + 1
                for column, value in row:
                    book.put(sheet, rows[sheet], column, value)


def check_template(path, records, fields):
    """Yields the errors in a template: choices without a drop-down, numbers without a check or not on the right, columns without a
    comment, sheets that do not print on A4 in landscape, and rows without year and direction."""
    import openpyxl
    book = openpyxl.load_workbook(path)
    if book.sheetnames[0] != "填写说明" or book.active.title != "填写说明":
        yield "the instructions do not come first"
    for sheet in book:
        if sheet.sheet_state == "visible":
            setup = sheet.page_setup
            fits = sheet.sheet_properties.pageSetUpPr.fitToPage and int(setup.fitToHeight) == 0
            titles = str(sheet.print_title_rows).replace("$", "")
            if (setup.orientation, int(setup.paperSize), bool(fits), titles) != ("landscape", 9, True, "1:1"):
                yield f"{sheet.title}: does not print on A4 in landscape with its heading"
        if sheet.title in NOTES:
            continue
        checked = {}
        for rule in sheet.data_validations.dataValidation:
            for area in rule.sqref.ranges:
                checked[area.min_col] = rule.type
        for cell in sheet[1]:
            heading, column = cell.value, cell.column
            if sheet.title == APPLICATIONS and heading not in ALWAYS and cell.comment is None:
                yield f"{sheet.title}: {heading} has no comment"
            if sheet.title != APPLICATIONS:
                continue
            _, schema, year, number = fields.find(heading)
            kind = checked.get(column)
            is_choice = any("const" in option for option in schema.get("anyOf", [])) or schema.get("type") == "boolean"
            is_number = schema.get("type") in ("integer", "number") or year
            if is_choice and kind != "list":
                yield f"{sheet.title}: {heading} has no drop-down"
            if is_number and kind not in ("whole", "decimal"):
                yield f"{sheet.title}: {heading} has no check"
            aligned = sheet.cell(2, column).alignment.horizontal
            if (aligned == "right") != bool(is_number):
                yield f"{sheet.title}: {heading} is aligned {aligned}"
        if sheet.title == APPLICATIONS and (sheet["A2"].value != "示例（本行不评审）" or sheet["D2"].value is None):
            yield f"{sheet.title}: the example is missing"
        if sheet.title == APPLICATIONS:
            filled = [[cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows(min_row=3)]
            if len(filled) != 50 or any(len(row) != 2 or row[0] != records[0]["year"] for row in filled):
                yield f"{sheet.title}: year and direction are not filled in"


def run(keping, *arguments, **options):
    return subprocess.run([keping, *arguments], cwd=ROOT, capture_output=True, **options)


def variants(record):
    """Yields a record, and copies of it that each lack one field, at any depth."""
    def paths(value, path=()):
        for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
            yield path + (key,)
            yield from paths(value[key], path + (key,))

    yield record
    for number, path in enumerate(paths(record)):
        varied = copy.deepcopy(record)
        parent = varied
        for key in path[:-1]:
            parent = parent[key]
        del parent[path[-1]]
        if parent == {} and isinstance(path[-2] if len(path) > 1 else None, int):
            continue  # An element without fields cannot be typed into a sheet.
        if "id" in varied:
            varied["id"] += f"-{number}"
        yield varied


def valid_records(keping, records):
    """Returns the records that can be evaluated."""
    lines = "".join(json.dumps(record) + "\n" for record in records)
    results = run(keping, "evaluate", "--format", "jsonl", "-", input=lines.encode()).stdout.decode().splitlines()
    return [record for record, result in zip(records, results) if json.loads(result)["verdict"] != "error"]


def check_direction(open_book, keping, example, folder):
    """Returns the differences between the results of the examples of a direction and of its filled-in template."""
    direction, records = example.stem, json.loads(example.read_text())
    if open_book is OpenpyxlBook:
        records = valid_records(keping, [varied for record in records for varied in variants(record)])
    source = f"{folder}/{direction}.jsonl"
    with open(source, "w") as file:
        file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    fields = Fields(keping, records[0]["year"], direction)
    template, filled = f"{folder}/{direction}.xlsx", f"{folder}/{direction}-filled.xlsx"
    process = run(keping, "template", direction, "-o", template)
    if process.returncode != 0:
        return [process.stderr.decode()]
    failures = list(check_template(template, records, fields))
    book = open_book(template)
    fill(book, records, fields)
    book.save(filled)
    expected = run(keping, "evaluate", "--format", "jsonl", source)
    actual = run(keping, "evaluate", "--format", "jsonl", filled)
    if not records or len(expected.stdout.splitlines()) != len(records):
        failures.append("the examples are not evaluated")
    if actual.returncode != 0 or actual.stderr:
        failures.append(f"exit {actual.returncode}: {actual.stderr.decode()}")
    for left, right in zip(expected.stdout.decode().splitlines(), actual.stdout.decode().splitlines()):
        if left != right:
            failures.append(f"- {left}\n+ {right}")
    if expected.stdout != actual.stdout:
        failures.append("the results differ")
    return failures


def main():
    keping = sys.argv[1]
    examples = sorted(ROOT.glob("Plugins/*-2024/examples/*.json"))
    passed = failed = 0
    for name, open_book in (("openpyxl", OpenpyxlBook), ("LibreOffice", LibreOfficeBook)):
        with tempfile.TemporaryDirectory() as folder:
            for example in examples:
                failures = check_direction(open_book, keping, example, folder)
                passed, failed = passed + (not failures), failed + bool(failures)
                for line in failures:
                    print(f"{name}, {example.stem}: {line}")
    LibreOfficeBook.stop()
    print(f"templates filled in and read back, directions times programs: {passed} passed, {failed} failed")
    sys.exit(0 if failed == 0 and passed == 34 else 1)


if __name__ == "__main__":
    main()
