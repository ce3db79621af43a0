#!/usr/bin/env python3
"""Validates every file of resources/catalog against its schema with a second, independent validator.

The catalog compiler has its own validator for the part of JSON Schema the catalog uses. This lint asks jsonschema
(draft-07, complete) the same question, so that a mistake in one of the two shows. It also checks that the schemas are
themselves valid and that every file names the schema of its place.

usage: catalog_schemas.py SOURCE_FOLDER
"""
import json
import pathlib
import sys
import warnings

import jsonschema

DRAFT = "http://json-schema.org/draft-07/schema#"


def read(path):
    """JSON without an object that names a key twice."""
    def once(pairs):
        keys = [key for key, _ in pairs]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            raise ValueError("key written twice: " + ", ".join(twice))
        return dict(pairs)

    with open(path, encoding="utf-8") as file:
        return json.load(file, object_pairs_hook=once)


def place(error):
    """products[2].signatures[0].names[1], as the catalog compiler writes it."""
    result = ""
    for step in error.absolute_path:
        result += f"[{step}]" if isinstance(step, int) else ("." if result else "") + str(step)
    return result


def expected_schema(relative):
    folders = {"products": "product", "recipes": "recipe", "replacements": "replacement"}
    if len(relative.parts) == 1:
        return f"schema/{relative.stem}.schema.json"
    if len(relative.parts) == 2 and relative.parts[0] in folders:
        return f"../schema/{folders[relative.parts[0]]}.schema.json"
    return None


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    catalog = pathlib.Path(sys.argv[1]) / "resources" / "catalog"
    problems = []
    schemas = {}
    for path in sorted((catalog / "schema").glob("*.schema.json")):
        schema = read(path)
        if schema.get("$schema") != DRAFT:
            problems.append(f"{path}: $schema must be {DRAFT}")
        try:
            jsonschema.Draft7Validator.check_schema(schema)
        except jsonschema.SchemaError as error:
            problems.append(f"{path}: {error.message}")
        schemas[path.name] = schema
    if not schemas:
        sys.exit(f"no schemas in {catalog / 'schema'}")

    # References are resolved among the files that were read; nothing is fetched. Newer versions of the library would
    # like another class for that, which older ones do not have.
    warnings.simplefilter("ignore", DeprecationWarning)
    store = {f"file:///schema/{name}": schema for name, schema in schemas.items()}
    files = [path for path in sorted(catalog.rglob("*.json")) if path.parent.name != "schema"]
    for path in files:
        try:
            content = read(path)
        except ValueError as error:
            problems.append(f"{path}: {error}")
            continue
        expected = expected_schema(path.relative_to(catalog))
        if expected is None or content.get("$schema") != expected:
            problems.append(f"{path}: $schema must be {expected}")
            continue
        name = pathlib.PurePosixPath(expected).name
        if name not in schemas:
            problems.append(f"{path}: there is no {name}")
            continue
        resolver = jsonschema.RefResolver(f"file:///schema/{name}", schemas[name], store=store)
        validator = jsonschema.Draft7Validator(schemas[name], resolver=resolver,
                                               format_checker=jsonschema.FormatChecker())
        try:
            for error in validator.iter_errors(content):
                problems.append(f"{path}: {place(error)}: {error.message}")
        except Exception as error:  # a reference that leads nowhere; its class differs between versions
            problems.append(f"{path}: {error}")

    for problem in sorted(problems):
        print(problem, file=sys.stderr)
    print(f"{len(files)} files, {len(schemas)} schemas, {len(problems)} problems")
    return 1 if problems or not files else 0


if __name__ == "__main__":
    sys.exit(main())
