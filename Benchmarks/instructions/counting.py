"""Counts the instructions of keping's functions with callgrind, in an environment that is the same on every machine."""

import collections
import hashlib
import os
import re
import resource
import shutil
import subprocess
from pathlib import Path

# valgrind emulates the host CPU up to AVX2. With these features masked, glibc chooses its simplest functions on every CPU. The cache sizes
# are fixed because they decide from which length on a copy uses another method.
MASKED = ["AVX", "AVX2", "AVX_Fast_Unaligned_Load", "AVX512F", "AVX512VL", "AVX512BW", "ERMS", "FSRM", "BMI2", "MOVBE", "RTM", "SSE4_2",
          "SSE4_1", "SSSE3", "Fast_Unaligned_Copy", "Fast_Unaligned_Load"]
TUNABLES = ":".join([
    "glibc.cpu.hwcaps=" + ",".join("-" + name for name in MASKED),
    "glibc.cpu.x86_data_cache_size=32768", "glibc.cpu.x86_shared_cache_size=1048576",
    "glibc.cpu.x86_non_temporal_threshold=786432"])


class Problem(Exception):
    """An error that prevents the measurement, as `location: error: message; hint`."""


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
            raise Problem(f"{keping}: error: no such program; build it with swift build -c release")
        # valgrind 3.19 fails on Swift's debug information; the symbols are enough.
        self.keping = work / "keping"
        subprocess.run([tool("strip", "it is part of binutils"), "-g", "-o", self.keping, keping], check=True)
        self.still = work / "still.so"
        compiler = shutil.which("clang") or tool("cc", "the Swift toolchain contains clang")
        source = Path(__file__).with_name("still.c")
        subprocess.run([compiler, "-O1", "-fno-builtin", "-shared", "-fPIC", "-o", self.still, source], check=True)
        self.environment = {
            "GLIBC_TUNABLES": TUNABLES, "LC_ALL": "C.UTF-8", "LD_PRELOAD": str(self.still.resolve()),
            "SWIFT_DETERMINISTIC_HASHING": "1", "TZ": "UTC"}
        # The size limit of the stack determines the address of its end.
        resource.setrlimit(resource.RLIMIT_STACK, (8 << 20, resource.getrlimit(resource.RLIMIT_STACK)[1]))
        self.objects = set()

    def count(self, file, config, plugins, bind_now):
        """Returns the instructions of one run by (object, function)."""
        profile = file.with_name(f"{file.stem}-{plugins.replace('/', '-')}.callgrind")
        environment = dict(self.environment)
        if bind_now:
            # Otherwise the threads of dispatch race to resolve symbols, and the number of lookups varies between runs.
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
        names, costs, function, is_call = {}, collections.Counter(), None, False

        def name(line):
            kind, key, text = re.match(r"c?(\w\w)=(\(\d+\))(?: (.*))?", line).groups()
            if text:
                names[kind, key] = text
            return names[kind, key]

        library = None
        with open(path, encoding="utf-8", errors="replace") as file:
            for line in file:
                if line[0] in "0123456789+-*":
                    # The line after calls= has the cost of the called function.
                    if not is_call:
                        costs[function] += int(line.split()[1])
                    is_call = False
                elif line.startswith("ob="):
                    library = name(line)
                    self.objects.add(library)
                elif line.startswith("fn="):
                    function = (Path(library).name, re.sub(r"'\d+$", "", name(line)))
                elif line.startswith(("cob=", "cfn=")):
                    name(line)
                elif line.startswith("calls="):
                    is_call = True
        return costs

    def libraries(self):
        """Returns a digest of the loaded libraries, because the counts depend on their versions."""
        digest = hashlib.sha256()
        for path in sorted(self.objects):
            if Path(path).is_file() and Path(path).parent.resolve() != self.work.resolve():
                digest.update(Path(path).read_bytes())
        return digest.hexdigest()[:12]


def plain(name):
    """Returns the name of a C++ function without parameters and template arguments."""
    name = name.replace("(anonymous namespace)::", "")
    while (shorter := re.sub(r"<[^<>]*>", "", name)) != name:
        name = shorter
    return name.partition("(")[0]


def readable(costs):
    """Returns the costs by names that are the same in every build: demangled, without addresses, shortened."""
    swift = tool("swift", "the Swift toolchain demangles names")
    functions = list(costs)
    lines = "\n".join(name for _, name in functions) + "\n"
    demangled = subprocess.run([swift, "demangle", "--simplified"], input=lines, stdout=subprocess.PIPE, check=True, text=True)
    named = collections.Counter()
    for (library, raw), name in zip(functions, demangled.stdout.splitlines(), strict=True):
        if name.startswith("0x") or name == "???":
            name = f"{library.split('.so')[0]}, without names"
        elif "(" in raw:  # C++, demangled by valgrind
            name = plain(raw)
        named[name if len(name) <= 110 else name[:109] + "…"] += costs[library, raw]
    return named
