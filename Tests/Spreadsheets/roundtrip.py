#!/usr/bin/env python3
"""Templates filled in by a spreadsheet program evaluate to the same bytes as the JSON they were filled from.

usage: roundtrip.py openpyxl|libreoffice KEPING

For each direction: make its template, fill it from the plugin's examples, evaluate both, compare.
"""
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
OWN, NOTES = "申报表", {"条款", "填写说明", "选项"}


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
    """A document in a LibreOffice without a window, driven through UNO."""
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
            made = [list(cells(headings, record, fields))] if sheet == OWN else element_rows(sheet, headings, record, fields)
            for row in made:
                rows[sheet] = rows.get(sheet, 1) + 1
                for column, value in row:
                    book.put(sheet, rows[sheet], column, value)


def main():
    program, keping = sys.argv[1], sys.argv[2]
    make = {"openpyxl": OpenpyxlBook, "libreoffice": LibreOfficeBook}[program]
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for example in sorted(ROOT.glob("Plugins/*-2024/examples/*.json")):
            direction, records = example.stem, json.loads(example.read_text())
            template, filled = f"{folder}/{direction}.xlsx", f"{folder}/{direction}-filled.xlsx"
            subprocess.run([keping, "template", direction, "-o", template], check=True, cwd=ROOT)
            book = make(template)
            fill(book, records, Fields(keping, records[0]["year"], direction))
            book.save(filled)
            expected = subprocess.run([keping, "evaluate", "--format", "jsonl", example], cwd=ROOT, capture_output=True)
            given = subprocess.run([keping, "evaluate", "--format", "jsonl", filled], cwd=ROOT, capture_output=True)
            same = expected.stdout == given.stdout and len(records) > 0 and given.stderr == b"" and given.returncode == 0
            passed, failed = passed + same, failed + (not same)
            if not same:
                print(f"{direction}: {filled}: exit {given.returncode}\n{given.stderr.decode()}")
                for left, right in zip(expected.stdout.decode().splitlines(), given.stdout.decode().splitlines()):
                    if left != right:
                        print(f"- {left}\n+ {right}")
    if LibreOfficeBook.desktop is not None:
        try:
            LibreOfficeBook.desktop.terminate()
        except Exception:
            pass
    print(f"{program}: {passed} directions the same, {failed} not")
    sys.exit(0 if failed == 0 and passed == 17 else 1)


if __name__ == "__main__":
    main()
