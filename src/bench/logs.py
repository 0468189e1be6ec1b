#!/usr/bin/env python3
"""Writes a log of SCIM calls for the benchmark: ndjson, har or rows, of about the size asked for, always the same."""

import json
import random
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


def scim(detail, status, scim_type=None):
    body = {"schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"], "detail": detail, "status": str(status)}
    if scim_type:
        body["scimType"] = scim_type
    return body


def graph(code, message, chance, second):
    inner = {"date": moment(second)[:19], "request-id": guid(chance), "client-request-id": guid(chance)}
    return {"error": {"code": code, "message": message, "innerError": inner}}


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


def failure(chance, second):
    which = chance.random()
    if which < 0.35:
        return "GET", f"/users/{guid(chance)}", 504, scim("The SCIM service didn't respond within the expected time.", 504)
    if which < 0.5:
        return "GET", "/users?count=100", 429, graph("TooManyRequests", "Too many requests", chance, second)
    if which < 0.65:
        one = guid(chance)
        return "GET", f"/users/{one}", 404, scim(f"Resource {one} not found.", 404)
    if which < 0.75:
        url = f"/users?filter=displayName%20eq%20%22p{chance.randrange(10**6)}%22"
        return "GET", url, 400, scim("Filter on displayName is not supported.", 400, "invalidFilter")
    if which < 0.85:
        body = graph("Authorization_RequestDenied", "Insufficient privileges to complete the operation.", chance, second)
        return "POST", "/users", 403, body
    if which < 0.95:
        body = graph("InvalidAuthenticationToken", "Lifetime validation failed, the token is expired.", chance, second)
        return "GET", "/groups", 401, body
    return "GET", f"/groups/{guid(chance)}", 500, scim("An internal error occurred.", 500)


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
    call = failure if chance.random() < errors else success
    method, path, status, body = call(chance, second)
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


def row(chance, second, errors):
    call = failure if chance.random() < errors else success
    method, path, status, _ = call(chance, second)
    return {
        "TimeGenerated": moment(second),
        "RequestId": guid(chance),
        "ClientRequestId": guid(chance),
        "AadTenantId": "5c1d0c70-1111-4222-8333-444455556666",
        "AppId": f"5c1d0c70-aaaa-4bbb-8ccc-{chance.randrange(9):012d}",
        "RequestMethod": method,
        "RequestUri": BASE + path,
        "ResponseStatusCode": status,
        "DurationMs": chance.randrange(20, 3000),
        "UserAgent": "sync/4.1",
        "Location": "West Europe",
    }


def entry(flat):
    fields = [{"name": name, "value": value} for name, value in flat["headers"].items()]
    sent = [{"name": name, "value": value} for name, value in flat["request"]["headers"].items()]
    return {
        "startedDateTime": flat["startedAt"],
        "time": flat["durationMs"],
        "request": {
            "method": flat["request"]["method"],
            "url": flat["request"]["url"],
            "httpVersion": "HTTP/2",
            "headers": sent,
            "queryString": [],
            "cookies": [],
        },
        "response": {
            "status": flat["status"],
            "statusText": "",
            "headers": fields,
            "cookies": [],
            "content": {"size": len(flat["body"]), "mimeType": "application/scim+json", "text": flat["body"]},
        },
        "cache": {},
        "timings": {"send": 0, "wait": flat["durationMs"], "receive": 1},
    }


def main():
    kind, size, errors = sys.argv[1], int(sys.argv[2]) * 1_000_000, float(sys.argv[3])
    layout = {"har": None, "har-line": (",", ":")}.get(kind, (",", ":"))
    chance = random.Random(7)
    out = sys.stdout
    written, second = 0, START
    # A thousand different records are enough; writing them again and again is a hundred times as fast.
    pool = []
    har = kind.startswith("har")
    for _ in range(20_000):
        second += 13
        one = row(chance, second, errors) if kind == "rows" else record(chance, second, errors)
        text = json.dumps(entry(one), separators=layout, indent=2 if kind == "har" else None) if har else None
        pool.append(text or json.dumps(one, separators=(",", ":")))
    if har:
        out.write('{"log":{"version":"1.2","creator":{"name":"bench","version":"1"},"entries":[')
    first = True
    while written < size:
        for text in pool:
            piece = ("" if first else ",") + text if har else text + "\n"
            first = False
            out.write(piece)
            written += len(piece)
            if written >= size:
                break
    if har:
        out.write("]}}\n")


main()
