"""Keeps the translations in step with the English texts.

  translations.py update LUPDATE SENTENCE_LISTER CATALOG SOURCE_TREE [OUT]   writes the .ts files (into OUT, if named)
  translations.py check  LUPDATE SENTENCE_LISTER CATALOG SOURCE_TREE         says what is missing or wrong; 1 if anything

The texts are those of ui/, the sentences of reasons, the words of the core's values, and the catalog.
"""
import collections
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

languages = {"en": ["-pluralonly"], "es": []}   # English needs plural forms only
forms = {"en": 2, "es": 2}                      # as Qt Linguist counts them


def extract(lupdate, lister, catalog, tree, out):
    """Brings the .ts files in `out` up to date."""
    with tempfile.TemporaryDirectory() as scratch:
        sentences = pathlib.Path(scratch, "sentences.cpp")
        with sentences.open("wb") as file:
            subprocess.run([lister, catalog], stdout=file, check=True)
        for code, options in languages.items():
            subprocess.run([lupdate, "-silent", "-locations", "none", "-no-obsolete", "-no-ui-lines", "-source-language", "en_US",
                            "-target-language", "en_US" if code == "en" else code, *options, "-I", tree / "ui", tree / "ui",
                            sentences, "-ts", out / f"offramp_{code}.ts"], check=True)
    write_english_plurals(out / "offramp_en.ts")


def write_english_plurals(file):
    """English says how a word is counted with "(s)"; what that does not cover is written by hand."""
    root = xml.parse(file)
    changed = False
    for message in root.iter("message"):
        translation, source = message.find("translation"), message.find("source").text
        if translation.get("type") == "unfinished":
            for form, ending in zip(translation.findall("numerusform"), ("", "s")):
                form.text = source.replace("(s)", ending)
            del translation.attrib["type"]
            changed = True
    if changed:
        write(root, file)


def write(root, file):
    """As Qt Linguist writes it, so that a change shows only itself."""
    xml.indent(root, "    ")
    text = xml.tostring(root.getroot(), encoding="unicode")
    text = re.sub(r"^( *)(?=<)", lambda found: found[1][4:], text, flags=re.MULTILINE)
    text = re.sub(r"<(\w+)((?: [^<>]*?)?) />", r"<\1\2></\1>", text)
    text = re.sub(r">[^<]+<", lambda found: found[0].replace("'", "&apos;").replace('"', "&quot;"), text)
    file.write_text('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + text + "\n", encoding="utf-8")


def messages(file):
    """(context, source, comment) -> (type, [texts])."""
    found = {}
    for context in xml.parse(file).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            texts = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            key = context.find("name").text, message.find("source").text, message.findtext("comment", "")
            found[key] = translation.get("type", "finished"), texts, message.get("numerus") == "yes"
    return found


def placeholders(text):
    return collections.Counter(re.findall(r"%(?:L?\d|n)", text))


def problems_of(code, key, kind, texts, counted):
    context, source, _ = key
    where = f"{code}: {context}: {source!r}"
    if kind != "finished":
        yield f"{where} is {kind}"
        return
    if counted and len(texts) != forms[code]:
        yield f"{where} has {len(texts)} plural forms instead of {forms[code]}"
    for text in texts:
        if not text.strip():
            yield f"{where} is empty"
            continue
        # "One day" needs no number; every other form says how many.
        missing = placeholders(source) - placeholders(text)
        extra = placeholders(text) - placeholders(source)
        if extra or (set(missing) - ({"%n"} if text is texts[0] and counted else set())):
            yield f"{where} has other placeholders: {text!r}"
        if source.endswith((".", "\u2026", ":", "?")) and source[-1] != text[-1]:
            yield f"{where} ends otherwise: {text!r}"
        if "(s)" in text:
            yield f"{where} still counts with (s)"
        if text != text.strip() and source == source.strip() or "  " in text:
            yield f"{where} has stray spaces: {text!r}"


def check(lupdate, lister, catalog, tree):
    folder = tree / "resources/i18n"
    problems = []
    with tempfile.TemporaryDirectory() as scratch:
        fresh = pathlib.Path(scratch)
        for code in languages:
            shutil.copy(folder / f"offramp_{code}.ts", fresh)
        extract(lupdate, lister, catalog, tree, fresh)
        for code in languages:
            kept, new = messages(folder / f"offramp_{code}.ts"), messages(fresh / f"offramp_{code}.ts")
            problems += [f"{code}: {key[0]}: {key[1]!r} is not in the file" for key in new if key not in kept]
            problems += [f"{code}: {key[0]}: {key[1]!r} is in the file, but nothing says it" for key in kept if key not in new]
            for key, message in kept.items():
                problems += problems_of(code, key, *message)
    return problems


def main():
    command, lupdate, lister, catalog, tree = sys.argv[1:6]
    tree = pathlib.Path(tree)
    if command == "update":
        extract(lupdate, lister, catalog, tree, pathlib.Path(sys.argv[6]) if len(sys.argv) > 6 else tree / "resources/i18n")
        return
    problems = check(lupdate, lister, catalog, tree)
    print("\n".join(problems))
    if problems:
        sys.exit(f"{len(problems)} problem(s); ./dev translations brings the files up to date")


if __name__ == "__main__":
    main()
