#!/usr/bin/env python3
"""The results' workbook and the templates as LibreOffice shows them: printed to PDF, and the PDF's text read.

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


def run(*command, **more):
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, **more)


def printed(path, folder):
    """The text of a workbook as LibreOffice prints it, without line breaks and spaces."""
    run("soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir", folder, path)
    text = run("pdftotext", "-raw", path.replace(".xlsx", ".pdf"), "-").stdout.decode()
    return re.sub(r"\s+", "", text)


def results(keping, folder):
    """A results' workbook with an attack in it, and the results as JSON."""
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
    made = subprocess.run([keping, "evaluate", *inputs, "-o", book], cwd=ROOT, capture_output=True)
    assert made.returncode == 1, made.stderr  # 1: the broken record
    return book, [json.loads(line) for line in lines.decode().splitlines()]


def check_numbers(book, expected):
    """What is wrong with the workbook's cells: numbers are numbers, texts are texts, each application stands on its sheet."""
    import openpyxl
    sheets = openpyxl.load_workbook(book)
    titles = {"pass": "通过", "supplement": "需补正", "fail": "不通过", "error": "无法评审"}
    for verdict, title in titles.items():
        rows = list(sheets[title].iter_rows(min_row=2))
        if {row[0].value for row in rows} != {result["id"] for result in expected if result["verdict"] == verdict}:
            yield f"{title}: other applications than those with the verdict {verdict}"
        if sheets[title].freeze_panes is None or not sheets[title].auto_filter.ref:
            yield f"{title}: no frozen heading, or no filter"
        headings = [cell.value for cell in sheets[title][1]]
        for row in rows:
            for heading, cell in zip(headings, row):
                if heading in ("得分", "实际", "界限") and cell.value is not None and cell.data_type != "n":
                    yield f"{title}!{cell.coordinate}: {cell.value!r} is no number"
                if cell.data_type == "f":
                    yield f"{title}!{cell.coordinate}: {cell.value!r} is a formula"
    if FORMULA not in [row[2].value for row in sheets["不通过"].iter_rows(min_row=2)]:
        yield "the title that looks like a formula is not there as it is"


def main():
    keping = sys.argv[1]
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        book, expected = results(keping, folder)
        wrong += check_numbers(book, expected)
        text = printed(book, folder)
        for result in expected:
            for name in ("title", "applicant"):
                if result[name] and re.sub(r"\s+", "", result[name]) not in text:
                    wrong.append(f"results: {result[name]} is cut, or not shown")
        template = f"{folder}/template.xlsx"
        run(keping, "template", "--plan", "jili", "-o", template)
        for name, shown in (("results", text), ("template", printed(template, folder))):
            # What a spreadsheet shows of a number that is too wide for its column.
            if "###" in shown:
                wrong.append(f"{name}: a column is too narrow")
            if "�" in shown or not re.search(r"[一-鿿]{4}", shown):
                wrong.append(f"{name}: Chinese is not shown")
    for line in wrong:
        print(line)
    print(f"workbooks as LibreOffice shows them: {0 if wrong else 2} passed, {len(wrong)} failed")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
