#!/usr/bin/env python3
"""Measures the CPU time and peak memory for a large workbook with each output format.

usage: workbooks.py KEPING [ROWS]

openpyxl makes the workbook (run with the environment of Tests/Office/run: .build/office/bin/python): applications for 4.1 with
27 columns, and a second sheet with one partner for each. All data is invented.
"""
import os
import random
import resource
import subprocess
import sys
import tempfile
import time

HEADINGS = [
    "申报编号", "指南年度", "申报方向", "项目名称", "申报单位名称", "申报单位类型", "申报单位行政区划代码", "研发投入2023（万元）",
    "研发投入2022（万元）", "高新技术企业", "科技创新平台", "示范点（个）", "经济效益（万元）", "节约成本（万元）", "发明专利申请（件）",
    "发明专利授权（件）", "实用新型专利申请（件）", "实用新型专利授权（件）", "软件著作权申请（件）", "软件著作权授权（件）", "开展生产线建设提升",
    "地方标准（项）", "行业标准（项）", "项目负责人姓名", "预算总额（万元）", "申请财政经费（万元）", "项目摘要",
]


def make(path, rows, seed=1):
    import openpyxl
    pick = random.Random(seed)
    book = openpyxl.Workbook(write_only=True)
    applications, partners = book.create_sheet("申报表"), book.create_sheet("联合申报单位")
    applications.append(HEADINGS)
    partners.append(["申报编号", "单位名称", "单位类型", "行政区划代码"])
    for number in range(rows):
        name = f"BS2024-{number:06}"
        counts = [pick.choice([None, 0, 1, 2]) for _ in range(6)]
        applications.append([
            name, 2024, "4.1 激励工业领域加大研发投入", f"虚构项目第{number}号：铝精深加工关键技术研究", f"百色示例第{number}公司（虚构）", "企业",
            "451002", round(pick.uniform(50, 900), 2), round(pick.uniform(50, 900), 2), pick.choice(["是", "否"]), "无",
            pick.choice([None, 0, 1]), round(pick.uniform(100, 2000), 1), pick.choice([None, 12.5]), *counts, pick.choice(["是", "否", None]),
            pick.choice([None, 1]), None, "张某（虚构）", 100, 50, "摘要：" + "围绕产业需求开展技术攻关。" * pick.randint(2, 8)])
        partners.append([name, f"示例第{number % 97}大学（虚构）", "高等院校", "450103"])
    book.save(path)


def main():
    keping, rows = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    with tempfile.TemporaryDirectory() as folder:
        book = f"{folder}/applications.xlsx"
        make(book, rows)
        print(f"{rows} rows, {os.path.getsize(book) / 1e6:.1f} MB\n\n| output | seconds | CPU seconds | peak memory, MB | output, MB |\n| --- | --: | --: | --: | --: |")
        for ending in ("jsonl", "csv", "xlsx", "html"):
            output = f"{folder}/results.{ending}"
            start = time.time()
            child = subprocess.Popen([keping, "evaluate", book, "-o", output], cwd=root)
            _, status, used = os.wait4(child.pid, 0)
            assert os.waitstatus_to_exitcode(status) == 0
            print(f"| {ending} | {time.time() - start:.1f} | {used.ru_utime + used.ru_stime:.1f} | {used.ru_maxrss / 1024:.0f} | {os.path.getsize(output) / 1e6:.0f} |")


if __name__ == "__main__":
    main()
