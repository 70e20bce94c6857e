"""A workbook for counting instructions: applications for 4.1 with 27 columns, and a sheet with one partner for each.

Written with the standard library alone, so that every CI machine can make it, with the same content each time.
"""

import zipfile
from xml.sax.saxutils import escape

from inputs import Values
from workbooks import HEADINGS

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
PARTNER_HEADINGS = ["申报编号", "单位名称", "单位类型", "行政区划代码"]


def write(path, count):
    """Writes a workbook of `count` applications and returns its uncompressed content, since versions of zlib compress differently."""
    sheets = {"申报表": [HEADINGS], "联合申报单位": [PARTNER_HEADINGS]}
    for number in range(count):
        name = f"BS2024-{number:06}"
        sheets["申报表"].append(application(name, number))
        sheets["联合申报单位"].append([name, f"示例第{number % 97}大学（虚构）", "高等院校", "450103"])
    parts = package(sheets)
    with zipfile.ZipFile(path, "w") as archive:
        for part, content in parts.items():
            info = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return "".join(parts.values()).encode()


def application(name, number):
    """Returns the cells of an application, in the order of the headings."""
    values = Values(number)
    counts = [values.one([None, 0, 1, 2]) for _ in range(6)]
    return [
        name, 2024, "4.1 激励工业领域加大研发投入", f"虚构项目第{number}号：铝精深加工关键技术研究", f"百色示例第{number}公司（虚构）", "企业",
        "451002", amount(values, 50, 900), amount(values, 50, 900), values.one(["是", "否"]), "无", values.one([None, 0, 1]),
        amount(values, 100, 2000), values.one([None, 12.5]), *counts, values.one(["是", "否", None]), values.one([None, 1]), None,
        "张某（虚构）", 100, 50, "摘要：" + "围绕产业需求开展技术攻关。" * (2 + values.below(7))]


def amount(values, least, most):
    """Returns an amount in 万元 with two decimals."""
    return (least * 100 + values.below((most - least) * 100)) / 100


def package(sheets):
    """Returns the parts of a workbook by name, with shared texts as spreadsheet programs write them."""
    texts = {}
    outline = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
    relations = f'<Relationships xmlns="{PACKAGE}">'
    parts = {"_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'}
    for number, (name, rows) in enumerate(sheets.items(), 1):
        outline += f'<sheet name="{name}" sheetId="{number}" r:id="r{number}"/>'
        relations += f'<Relationship Id="r{number}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet(rows, texts)
    relations += f'<Relationship Id="texts" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    parts["xl/workbook.xml"] = outline + "</sheets></workbook>"
    parts["xl/_rels/workbook.xml.rels"] = relations + "</Relationships>"
    items = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}" count="{len(texts)}" uniqueCount="{len(texts)}">{items}</sst>'
    return parts


def sheet(rows, texts):
    """Returns the XML of a sheet; a new text gets the next index."""
    lines = []
    for row, cells in enumerate(rows, 1):
        lines.append(f'<row r="{row}">' + "".join(cell(f"{letters(column)}{row}", value, texts)
                                                 for column, value in enumerate(cells) if value is not None) + "</row>")
    return f'<worksheet xmlns="{MAIN}"><sheetData>' + "".join(lines) + "</sheetData></worksheet>"


def cell(name, value, texts):
    if isinstance(value, str):
        return f'<c r="{name}" t="s"><v>{texts.setdefault(value, len(texts))}</v></c>'
    return f'<c r="{name}"><v>{value}</v></c>'


def letters(column):
    return chr(65 + column) if column < 26 else letters(column // 26 - 1) + chr(65 + column % 26)
