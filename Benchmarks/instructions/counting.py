"""Counts the instructions of keping's functions with callgrind, in surroundings that are the same everywhere."""

import collections
import hashlib
import os
import re
import resource
import shutil
import subprocess
from pathlib import Path

# valgrind emulates the CPU it runs on, as far as AVX2; with these masked glibc chooses its plainest functions on every one. The sizes of
# caches decide how long a copy is made differently.
MASKED = ["AVX", "AVX2", "AVX_Fast_Unaligned_Load", "AVX512F", "AVX512VL", "AVX512BW", "ERMS", "FSRM", "BMI2", "MOVBE", "RTM", "SSE4_2",
          "SSE4_1", "SSSE3", "Fast_Unaligned_Copy", "Fast_Unaligned_Load"]
TUNABLES = ":".join([
    "glibc.cpu.hwcaps=" + ",".join("-" + name for name in MASKED),
    "glibc.cpu.x86_data_cache_size=32768", "glibc.cpu.x86_shared_cache_size=1048576",
    "glibc.cpu.x86_non_temporal_threshold=786432"])


class Problem(Exception):
    """What stands in the way, as `place: error: what; hint`."""


def tool(name, hint):
    path = shutil.which(name)
    if not path:
        raise Problem(f"{name}: error: not found; {hint}")
    return path


class Counter:
    def __init__(self, keping, work):
        self.work = work
        self.valgrind = tool("valgrind", ".ci/prepare lint installs it")
        work.mkdir(parents=True, exist_ok=True)
        if not os.access(keping, os.X_OK):
            raise Problem(f"{keping}: error: no such program; swift build -c release makes it")
        # valgrind 3.19 gives up on Swift's debug information; the symbols are enough.
        self.keping = work / "keping"
        subprocess.run([tool("strip", "binutils has it"), "-g", "-o", self.keping, keping], check=True)
        self.still = work / "still.so"
        compiler = shutil.which("clang") or tool("cc", "Swift's toolchain has clang")
        source = Path(__file__).with_name("still.c")
        subprocess.run([compiler, "-O1", "-fno-builtin", "-shared", "-fPIC", "-o", self.still, source], check=True)
        self.environment = {
            "GLIBC_TUNABLES": TUNABLES, "LC_ALL": "C.UTF-8", "LD_PRELOAD": str(self.still.resolve()),
            "SWIFT_DETERMINISTIC_HASHING": "1", "TZ": "UTC"}
        # Where the stack ends follows from its size.
        resource.setrlimit(resource.RLIMIT_STACK, (8 << 20, resource.getrlimit(resource.RLIMIT_STACK)[1]))
        self.objects = set()

    def count(self, file, config, plugins, bind_now):
        """Instructions by (object, function) of one run."""
        profile = file.with_name(f"{file.stem}-{plugins.replace('/', '-')}.callgrind")
        environment = dict(self.environment)
        if bind_now:
            # Otherwise dispatch's threads race for who looks up a symbol first, and how often it is done differs by the run.
            environment["LD_BIND_NOW"] = "1"
        command = [self.valgrind, "--quiet", "--tool=callgrind", f"--callgrind-out-file={profile}", self.keping, "evaluate", "--jobs", "1",
                   "--format", "jsonl", "--config", config, "--plugins", plugins, file]
        done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              text=True, errors="replace")
        if done.returncode:
            raise Problem(f"{file}: error: keping ends with status {done.returncode} under valgrind: {done.stderr.strip()[-500:]}; "
                          "every application must be evaluated")
        return self.read(profile)

    def read(self, path):
        names, costs, place, is_call = {}, collections.Counter(), None, False

        def name(line):
            kind, key, text = re.match(r"c?(\w\w)=(\(\d+\))(?: (.*))?", line).groups()
            if text:
                names[kind, key] = text
            return names[kind, key]

        thing = None
        with open(path, encoding="utf-8", errors="replace") as file:
            for line in file:
                if line[0] in "0123456789+-*":
                    # What follows calls= is what the function called took.
                    if not is_call:
                        costs[place] += int(line.split()[1])
                    is_call = False
                elif line.startswith("ob="):
                    thing = name(line)
                    self.objects.add(thing)
                elif line.startswith("fn="):
                    place = (Path(thing).name, re.sub(r"'\d+$", "", name(line)))
                elif line.startswith(("cob=", "cfn=")):
                    name(line)
                elif line.startswith("calls="):
                    is_call = True
        return costs

    def libraries(self):
        """A digest of all that was loaded besides keping: another library takes other instructions."""
        digest = hashlib.sha256()
        for path in sorted(self.objects):
            if Path(path).is_file() and Path(path).parent.resolve() != self.work.resolve():
                digest.update(Path(path).read_bytes())
        return digest.hexdigest()[:12]


def plain(name):
    """A C++ function without its parameters' and templates' types."""
    name = name.replace("(anonymous namespace)::", "")
    while (shorter := re.sub(r"<[^<>]*>", "", name)) != name:
        name = shorter
    return name.partition("(")[0]


def readable(costs):
    """The same by names that do not change from build to build: demangled, without addresses, not too long."""
    swift = tool("swift", "Swift's toolchain demangles names")
    places = list(costs)
    lines = "\n".join(function for _, function in places) + "\n"
    demangled = subprocess.run([swift, "demangle", "--simplified"], input=lines, stdout=subprocess.PIPE, check=True, text=True)
    named = collections.Counter()
    for (thing, raw), name in zip(places, demangled.stdout.splitlines(), strict=True):
        if name.startswith("0x") or name == "???":
            name = f"{thing.split('.so')[0]}, without names"
        elif "(" in raw:  # C++, demangled by valgrind
            name = plain(raw)
        named[name if len(name) <= 110 else name[:109] + "…"] += costs[thing, raw]
    return named
