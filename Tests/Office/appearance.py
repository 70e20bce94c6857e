#!/usr/bin/env python3
"""Checks the text of the result workbook and the templates after LibreOffice has printed them to PDF.

usage: appearance.py KEPING
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
FORMULA = "=cmd|' /C calc'!A0"


def run(*command, **options):
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, **options)


def printed_text(path, folder):
    """Returns the text of a workbook as LibreOffice prints it, without white space."""
    run("soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir", folder, path)
    text = run("pdftotext", "-raw", path.replace(".xlsx", ".pdf"), "-").stdout.decode()
    return re.sub(r"\s+", "", text)


def write_results(keping, folder):
    """Writes a result workbook with an attack in it; returns its path and the results as JSON."""
    attack = json.loads((ROOT / "Plugins/jili-2024/examples/4.1.json").read_text())[2]
    attack.update(id="+1", title=FORMULA)
    broken = {"id": "坏", "year": 2024, "direction": "4.1", "title": "@SUM(A1)"}
    source = f"{folder}/applications.jsonl"
    with open(source, "w") as file:
        for record in (attack, broken):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    inputs = sorted(str(path) for path in ROOT.glob("Plugins/*-2024/examples/*.json")) + [source]
    book = f"{folder}/results.xlsx"
    lines = subprocess.run([keping, "evaluate", "--format", "jsonl", *inputs], cwd=ROOT, capture_output=True).stdout
    process = subprocess.run([keping, "evaluate", *inputs, "-o", book], cwd=ROOT, capture_output=True)
    assert process.returncode == 1, process.stderr  # 1, because one record is invalid
    return book, [json.loads(line) for line in lines.decode().splitlines()]


def check_numbers(book, expected):
    """Yields the errors in the cells: wrong types, and applications on a sheet of another verdict."""
    import openpyxl
    sheets = openpyxl.load_workbook(book)
    titles = {"pass": "通过", "supplement": "需补正", "fail": "不通过", "error": "无法评审"}
    for verdict, title in titles.items():
        rows = list(sheets[title].iter_rows(min_row=2))
        if {row[0].value for row in rows} != {result["id"] for result in expected if result["verdict"] == verdict}:
            yield f"{title}: does not have exactly the applications with the verdict {verdict}"
        if sheets[title].freeze_panes != "D2" or not sheets[title].auto_filter.ref:
            yield f"{title}: the heading and the first three columns are not frozen, or there is no filter"
        headings = [cell.value for cell in sheets[title][1]]
        for row in rows:
            for heading, cell in zip(headings, row):
                if heading in ("得分", "实际", "界限") and cell.value is not None and cell.data_type != "n":
                    yield f"{title}!{cell.coordinate}: {cell.value!r} is not a number"
                if cell.data_type == "f":
                    yield f"{title}!{cell.coordinate}: {cell.value!r} is a formula"
    passed = [(-row[3].value, row[0].value) for row in sheets["通过"].iter_rows(min_row=2)]
    if passed != sorted(passed):
        yield "通过: not sorted by score and id"
    for title in ("需补正", "不通过"):
        if sheets[title]["D1"].value != "评审意见":
            yield f"{title}: 评审意见 is not beside the project"
    if sheets.sheetnames[-1] != "依据":
        yield "the last sheet is not 依据"
    if FORMULA not in [row[2].value for row in sheets["不通过"].iter_rows(min_row=2)]:
        yield "the title that looks like a formula was changed"


def main():
    keping = sys.argv[1]
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        book, expected = write_results(keping, folder)
        failures += check_numbers(book, expected)
        text = printed_text(book, folder)
        for result in expected:
            for name in ("title", "applicant"):
                if result[name] and re.sub(r"\s+", "", result[name]) not in text:
                    failures.append(f"results: {result[name]} is missing or cut off")
        template = f"{folder}/template.xlsx"
        run(keping, "template", "--plan", "jili", "-o", template)
        for name, shown in (("results", text), ("template", printed_text(template, folder))):
            # A spreadsheet shows ### for a number that is too wide for its column.
            if "###" in shown:
                failures.append(f"{name}: a column is too narrow")
            if "�" in shown or not re.search(r"[一-鿿]{4}", shown):
                failures.append(f"{name}: Chinese is not shown")
    for line in failures:
        print(line)
    print(f"workbooks as LibreOffice shows them: {0 if failures else 2} passed, {len(failures)} failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
