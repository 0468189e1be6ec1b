#!/usr/bin/env python3
"""Writes a log of SCIM calls for the benchmark, always the same.

    logs.py KIND MEGABYTES SHARE [repeated]

KIND is ndjson, har, har-line, rows or text; SHARE of the calls failed, each in one of the ways that the tests know, with
ids and a time of its own. With "repeated" the ids of the failures are always the same.
"""

import json
import pathlib
import random
import re
import sys

BASE = "https://graph.microsoft.com/rp/scim"
START = 1_777_680_000


def guid(chance):
    digits = f"{chance.getrandbits(128):032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def moment(second):
    days, rest = divmod(second, 86_400)
    day = 1 + (days - 20_574) % 28
    return f"2026-05-{day:02d}T{rest // 3600:02d}:{rest // 60 % 60:02d}:{rest % 60:02d}.{second % 1000:03d}Z"


def user(chance):
    name = f"user{chance.randrange(1_000_000)}"
    return {
        "schemas": [
            "urn:ietf:params:scim:schemas:core:2.0:User",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
        ],
        "id": guid(chance),
        "userName": f"{name}@contoso.example",
        "displayName": f"Person {name}",
        "active": True,
        "name": {"givenName": "Person", "familyName": name},
        "emails": [{"type": "work", "value": f"{name}@contoso.example", "primary": True}],
        "meta": {"resourceType": "User", "location": f"{BASE}/users/{guid(chance)}"},
        "externalId": str(chance.randrange(10**9)),
        "title": "Engineer",
        "userType": "Employee",
        "preferredLanguage": "en-US",
    }


def success(chance, second):
    which = chance.random()
    if which < 0.5:
        return "GET", f"/users/{guid(chance)}", 200, user(chance)
    if which < 0.7:
        value = {
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
            "totalResults": 1,
            "itemsPerPage": 1,
            "Resources": [user(chance)],
        }
        return "GET", f"/users?filter=userName%20eq%20%22u{chance.randrange(10**6)}%40contoso.example%22", 200, value
    if which < 0.9:
        return "PATCH", f"/groups/{guid(chance)}", 204, None
    return "DELETE", f"/users/{guid(chance)}", 204, None


def labelled():
    """The failures among the labelled answers of the tests."""
    text = (pathlib.Path(__file__).parents[1] / "test/resources/io/scimdoctor/corpus/responses.ndjson").read_text()
    answers = [json.loads(line) for line in text.splitlines()]
    return [answer for answer in answers if answer["expect"]["condition"] != "success"]


def failure(chance, second):
    """One of the labelled answers, with ids and a time of its own."""
    answer = dict(chance.choice(FAILURES))
    for beside in ("id", "source", "expect"):
        answer.pop(beside, None)
    answer["startedAt"] = moment(second)
    fresh = {}
    text = json.dumps(answer, separators=(",", ":"))
    if not REPEATED:
        text = GUID.sub(lambda found: fresh.setdefault(found.group(), guid(chance)), text)
    return json.loads(text)


def headers(chance, second):
    one = guid(chance)
    server = {"DataCenter": "West Europe", "Slice": "E", "Ring": "5", "ScaleUnit": f"{chance.randrange(9):03d}"}
    server["RoleInstance"] = f"AM4PEPF000{chance.randrange(99999):05d}"
    return {
        "Cache-Control": "no-cache",
        "Content-Type": "application/scim+json; charset=utf-8",
        "Strict-Transport-Security": "max-age=31536000",
        "request-id": one,
        "client-request-id": one,
        "x-ms-ags-diagnostic": json.dumps({"ServerInfo": server}, separators=(",", ":")),
    }


def record(chance, second, errors):
    if chance.random() < errors:
        return failure(chance, second)
    method, path, status, body = success(chance, second)
    return {
        "startedAt": moment(second),
        "durationMs": chance.randrange(20, 3000),
        "request": {
            "method": method,
            "url": BASE + path,
            "headers": {"Accept": "application/json", "Authorization": "Bearer (removed)", "User-Agent": "sync/4.1"},
            "body": None,
        },
        "status": status,
        "headers": headers(chance, second),
        "body": "" if body is None else json.dumps(body, separators=(",", ":")),
    }


def printed(flat):
    """The line that an application writes about a call into its own log."""
    sent = flat.get("request") or flat
    method, url, status = sent.get("method", "GET"), sent.get("url", BASE), flat.get("status", 0)
    body = " ".join(str(flat.get("body", "")).split())
    return f"{flat['startedAt']} ERROR sync - {method} {url} -> {status} {body}"


def row(chance, second, errors):
    flat = record(chance, second, errors)
    sent = flat.get("request") or flat
    return {
        "TimeGenerated": moment(second),
        "RequestId": guid(chance),
        "ClientRequestId": guid(chance),
        "AadTenantId": "5c1d0c70-1111-4222-8333-444455556666",
        "AppId": f"5c1d0c70-aaaa-4bbb-8ccc-{chance.randrange(9):012d}",
        "RequestMethod": sent.get("method", "GET"),
        "RequestUri": sent.get("url", BASE),
        "ResponseStatusCode": flat.get("status", 504),
        "DurationMs": chance.randrange(20, 3000),
        "UserAgent": "sync/4.1",
        "Location": "West Europe",
    }


def entry(flat):
    sent = flat.get("request") or flat
    body = flat.get("body") or ""
    return {
        "startedDateTime": flat["startedAt"],
        "time": flat.get("durationMs", 100),
        "request": {
            "method": sent.get("method", "GET"),
            "url": sent.get("url", BASE),
            "httpVersion": "HTTP/2",
            "headers": fields(sent.get("headers")),
            "queryString": [],
            "cookies": [],
        },
        "response": {
            "status": flat.get("status", 0),
            "statusText": "",
            "headers": fields(flat.get("headers")),
            "cookies": [],
            "content": {"size": len(body), "mimeType": "application/scim+json", "text": body},
        },
        "cache": {},
        "timings": {"send": 0, "wait": flat.get("durationMs", 100), "receive": 1},
    }


def fields(named):
    return [{"name": name, "value": value} for name, value in (named or {}).items()]


def line(kind, chance, second, errors):
    if kind == "rows":
        return json.dumps(row(chance, second, errors), separators=(",", ":"))
    one = record(chance, second, errors)
    if kind == "text":
        return printed(one)
    if kind == "har":
        return json.dumps(entry(one), indent=2)
    return json.dumps(entry(one) if kind == "har-line" else one, separators=(",", ":"))


def main():
    kind, size, errors = sys.argv[1], int(float(sys.argv[2]) * 1_000_000), float(sys.argv[3])
    chance = random.Random(7)
    out = sys.stdout
    # Twenty thousand different records are enough; writing them again and again is a hundred times as fast.
    pool = [line(kind, chance, START + 13 * number, errors) for number in range(20_000)]
    har = kind.startswith("har")
    written = 0
    if har:
        out.write('{"log":{"version":"1.2","creator":{"name":"bench","version":"1"},"entries":[')
    while written < size:
        for text in pool:
            piece = ("," if written else "") + text if har else text + "\n"
            out.write(piece)
            written += len(piece)
            if written >= size:
                break
    if har:
        out.write("]}}\n")


FAILURES = labelled()
GUID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
REPEATED = len(sys.argv) > 4
main()
