#!/usr/bin/env python3
"""Finds words that are not translated.

Swift makes sure that no language is left out of a `Word`; this looks at what stands there: an empty text, English in a
place meant for Arabic, Russian or Chinese, a sentence copied unchanged. It also finds text typed into a page past the words.
"""

import csv
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SCRIPTS = {
    "ar": re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "zh": re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]"),
}
# Names and signs that are written the same in every language.
SAME_EVERYWHERE = {
    "Concord", "CSV", "XLSX", "JSON", "API", "OpenAPI", "GLOTIP", "HTCDS", "UNODC", "ISO", "TOTP", "CSV, XLSX, JSON", "SHA-256", "ID", "URL", "IP",
}
PUBLIC = ("en", "fr", "es", "ar", "ru", "zh")


def literal(source: str, start: int) -> tuple[str, int]:
    """The content of the string literal that opens at `start`, and where it ends. Interpolations become a bare mark."""
    hashes = 0
    while source[start] == "#":
        hashes, start = hashes + 1, start + 1
    triple = source.startswith('"""', start)
    quote = '"""' if triple else '"'
    at, out = start + len(quote), []
    escape = "\\" + "#" * hashes
    while at < len(source):
        if source.startswith(quote + "#" * hashes, at):
            return "".join(out), at + len(quote) + hashes
        if source.startswith(escape + "(", at):
            at = balanced(source, at + len(escape))
            out.append("\u0000")
        elif source.startswith(escape, at):
            out.append(" ")
            at += len(escape) + 1
        else:
            out.append(source[at])
            at += 1
    return "".join(out), at


def balanced(source: str, start: int) -> int:
    """Just past the bracket that closes the one at `start`."""
    depth, at = 0, start
    while at < len(source):
        c = source[at]
        if c == '"' or (c == "#" and re.match(r'#+"', source[at:])):
            at = literal(source, at)[1]
            continue
        if source.startswith("//", at):
            at = source.find("\n", at)
            at = len(source) if at < 0 else at
            continue
        depth += (c in "([{") - (c in ")]}")
        at += 1
        if depth == 0:
            return at
    return at


def arguments(source: str, start: int) -> dict[str, tuple[str, bool]]:
    """label → (the words of its literals, whether it is literals at all) of the call whose bracket opens at `start`."""
    end = balanced(source, start) - 1
    found: dict[str, tuple[str, bool]] = {}
    at = start + 1
    while at < end:
        label = re.compile(r"\s*(?://[^\n]*\n\s*)*(?:([A-Za-z]\w*)(?:\s+[a-z]\w*)?\s*:)?").match(source, at)
        at = label.end()
        words, has_literal, begin = [], False, at
        while at < end and source[at] != ",":
            c = source[at]
            if c == '"' or (c == "#" and re.match(r'#+"', source[at:])):
                text, at = literal(source, at)
                words.append(text)
                has_literal = True
            elif c in "([{":
                inner = at
                at = balanced(source, at)
                if re.match(r"[\w\])]", source[inner - 1]):
                    continue  # A call or a subscript: what stands in it is no text of the screen.
                for quoted in re.finditer(r'"((?:[^"\\]|\\.)*)"', source[inner:at]):
                    words.append(quoted.group(1))
                    has_literal = True
            else:
                at += 1
        # `"…"`, or `one ? "…" : "…"`; in `name ?? ""` the words come from elsewhere.
        expression = source[begin:at].strip()
        is_text = has_literal and "??" not in expression and (expression.startswith(('"', "#", "(")) or " ? " in expression)
        at += 1
        found[label.group(1) or ""] = (" ".join(words), is_text)
    return found


def letters(text: str) -> str:
    return re.sub(r"[^\w]+", "", text.replace("\u0000", ""), flags=re.UNICODE)


def faults_of_word(call: dict[str, tuple[str, bool]]) -> list[str]:
    faults = []
    languages = PUBLIC if "es" in call else ("en", "fr")
    if "work" in call:
        call = call | {"en": call["work"]}
    if any(language not in call for language in languages):
        return []  # Not a word with its languages: the compiler judges it.
    english, is_literal = call["en"]
    if not is_literal:
        return []  # Made from other words, each judged where it stands.
    for language in languages:
        text, written = call[language]
        if written and not text.strip():
            faults.append(f"{language} is empty")
        elif written and language in SCRIPTS and letters(text) and english.strip() not in SAME_EVERYWHERE:
            if letters(english) and re.search(r"[A-Za-z]", english) and not SCRIPTS[language].search(text):
                faults.append(f"{language} is not in its script: “{text.strip()[:60]}”")
        elif written and language in ("fr", "es") and text == english and len(english.split()) > 3:
            faults.append(f"{language} repeats the English: “{text.strip()[:60]}”")
    return faults


def faults_of_data() -> tuple[list[str], int]:
    """The same for the names that the data files carry: every column that ends in `_ar`, `_ru` or `_zh`."""
    faults, words = [], 0
    for file in sorted((ROOT / "share").rglob("*.csv")):
        with open(file, encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            columns = [c for c in reader.fieldnames or [] if c[-3:] in ("_ar", "_ru", "_zh")]
            for row in reader if columns else ():
                words += 1
                for column in columns:
                    text, english = row[column] or "", row.get(column[:-3] + "_en") or ""
                    if letters(english) and english not in SAME_EVERYWHERE and not SCRIPTS[column[-2:]].search(text):
                        faults.append(f"{file.relative_to(ROOT)}:{reader.line_num}: {column} is “{text[:40]}” for “{english[:40]}”")
    for file in sorted((ROOT / "share").rglob("*.json")):
        for names in named(json.loads(file.read_text(encoding="utf-8"))):
            words += 1
            for language, script in SCRIPTS.items():
                text, english = str(names[language]), str(names["en"])
                if letters(english) and english not in SAME_EVERYWHERE and not script.search(text):
                    faults.append(f"{file.relative_to(ROOT)}: {language} of “{english[:40]}” is “{text[:40]}”")
    return faults, words


def named(value) -> list[dict]:
    """Every object in it that has a name in all six languages."""
    if isinstance(value, list):
        return [found for item in value for found in named(item)]
    if not isinstance(value, dict):
        return []
    here = [value] if all(language in value for language in PUBLIC) else []
    return here + [found for item in value.values() for found in named(item)]


def main() -> int:
    faults, words = faults_of_data()
    for file in sorted((ROOT / "Sources").rglob("*.swift")):
        source = file.read_text(encoding="utf-8")
        name = file.relative_to(ROOT)
        for call in re.finditer(r"(?<![\w.])Word\(|(?<=[=:\s(\[,])\.init\((?=\s*(?:en|work)[ :])", source):
            if re.match(r"//", source[source.rfind("\n", 0, call.start()) + 1:].lstrip()):
                continue
            found = arguments(source, call.end() - 1)
            if "en" in found or "work" in found:
                words += 1
                line = source.count("\n", 0, call.start()) + 1
                faults += [f"{name}:{line}: {fault}" for fault in faults_of_word(found)]
        # Runtime data is printed with text(…); a sentence typed there is a word that nobody can translate.
        for number, line in enumerate(source.splitlines(), 1):
            if line.lstrip().startswith("//"):
                continue
            typed = re.search(r'(?:html|page|\$0)\.text\(\s*"((?:[^"\\]|\\.)*)"\s*\)', line)
            if typed and re.search(r"[A-Za-z]{2}", re.sub(r"\\\(.*?\)", "", typed.group(1))):
                faults.append(f"{name}:{number}: a text typed into a page; make it a Word: “{typed.group(1)[:60]}”")
    print("\n".join(faults) if faults else f"words: {words} looked at, each in its languages")
    if words == 0:
        print("words: none found, so this check looks in the wrong place")
        return 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
