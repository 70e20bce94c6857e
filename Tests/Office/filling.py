"""Computes the cells of keping's templates for applications in JSON, from the headings alone, as a person would."""
import json
import re
import subprocess


TALLIES = (("expected", "ip"), ("expected", "standards"))


class Fields:
    """The fields of a program by the titles that `keping schema` gives them."""

    def __init__(self, keping, year, direction):
        schema = json.loads(subprocess.check_output([keping, "schema"]))
        variants = [variant for variant in schema["anyOf"]
                    if variant["properties"]["year"]["const"] == year
                    and direction in [item["const"] for item in variant["properties"]["direction"]["oneOf"]]]
        fields = {name: node for name, node in variants[0]["properties"].items() if name not in ("year", "direction")}
        self.root = {"properties": {**schema["properties"], **fields}}
        self.titles = {item["const"]: item["title"] for item in variants[0]["properties"]["direction"]["oneOf"]}
        self.by_title = {}
        self._walk(self.root, ())

    @staticmethod
    def value(node):
        """Returns the schema of a value that is not null."""
        for option in node.get("anyOf", []):
            if "enum" not in option and "const" not in option and "properties" in option:
                return option
        options = node.get("anyOf", [])
        return options[1] if len(options) == 2 and "enum" in options[0] else node

    def _walk(self, node, path):
        for name, child in node.get("properties", {}).items():
            inner = self.value(child)
            self.by_title.setdefault(child["title"], (path + (name,), inner))
            if inner.get("type") == "object":
                self._walk(inner, path + (name,))

    def find(self, heading):
        """Returns path, schema, year and number of a heading."""
        text = re.sub(r"（(万元|[项件个次名人种篇套家场处岁])）", "", heading.rstrip("*"))
        if text in self.by_title:
            return (*self.by_title[text], None, None)
        year = re.fullmatch(r"(.*?)(\d{4})", text)
        if year and year[1] in self.by_title:
            return (*self.by_title[year[1]], year[2], None)
        number = re.fullmatch(r"(.*?)(\d+)", text)
        if number and number[1] in self.by_title:
            return (*self.by_title[number[1]], None, int(number[2]))
        raise KeyError(heading)


def look_up(record, path):
    for name in path:
        if not isinstance(record, dict) or record.get(name) is None:
            return None
        record = record[name]
    return record


def typed_value(schema, value, heading):
    """Returns a value as a person types it."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, (int, float)):
        return value / 10000 if "（万元）" in heading else value
    options = schema.get("anyOf", [])
    for option in options:
        if option.get("const") == value:
            return option["title"]
    return value


def cells(headings, record, fields):
    """Yields the cells of the row of an application: (0-based column, value)."""
    for column, heading in enumerate(headings):
        if not heading:
            continue
        path, schema, year, number = fields.find(heading)
        value = look_up(record, path)
        if path == ("direction",):
            value = f"{value} {fields.titles.get(value, '')}".strip()
        elif schema.get("type") == "array" and number is None:
            value = None if value is None else ("有" if value else "无")
        elif schema.get("type") == "array":
            if value == [] and number == 1:
                value = "无"
            else:
                value = typed_value(schema["items"], value[number - 1], heading) if value and len(value) >= number else None
        elif year:
            value = typed_value({}, (value or {}).get(year), heading)
        else:
            value = typed_value(schema, value, heading)
            # A person types 0 for the missing counts of a tally that has any.
            if value is None and any(path[:2] == tally and look_up(record, tally) is not None for tally in TALLIES):
                value = 0
        if value is not None:
            yield column, value


def element_rows(title, headings, record, fields):
    """Yields the rows of a list sheet for an application: lists of (0-based column, value)."""
    path, schema = fields.by_title[title]
    names = {child["title"]: (name, fields.value(child)) for name, child in schema["items"]["properties"].items()}
    for element in look_up(record, path) or []:
        row = [(0, record["id"])]
        for column, heading in enumerate(headings[1:], 1):
            if not heading:
                continue
            name, inner = names[re.sub(r"（万元）", "", heading.rstrip("*"))]
            value = typed_value(inner, element.get(name), heading)
            if value is not None:
                row.append((column, value))
        yield row
