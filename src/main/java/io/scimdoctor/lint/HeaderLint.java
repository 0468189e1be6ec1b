package io.scimdoctor.lint;

import io.scimdoctor.exchange.Headers;
import io.scimdoctor.lint.rule.Findings;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.lint.rule.Place.Part;
import io.scimdoctor.lint.rule.Remedy;
import java.util.Locale;

/**
 * The header fields that each method needs.
 *
 * @param complete whether a field that is not recorded was not sent
 */
record HeaderLint(String method, Headers headers, boolean complete, Findings findings) {
    private static final String JSON = "application/json";
    private static final String SCIM_JSON = "application/scim+json";

    void check() {
        if (headers.isEmpty() && !complete) {
            return;
        }
        accept();
        contentType();
        authorization();
    }

    private void accept() {
        String accept = headers.first("Accept").orElse(null);
        String lower = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
        boolean json = lower.contains(JSON) || lower.contains(SCIM_JSON);
        boolean any = lower.contains("*/*") || lower.contains("application/*");
        Place place = place("Accept");
        if (method.equals("DELETE")) {
            if (json) {
                Remedy without = Remedy.withoutHeader("Accept", "no Accept header, or Accept: */*");
                findings.add(any ? "accept-mixed-on-delete" : "accept-on-delete", place, without);
            }
        } else if (!json) {
            String rule = accept == null ? "accept-missing" : any ? "accept-any" : "accept-not-json";
            findings.add(rule, place, Remedy.header("Accept", JSON));
        }
    }

    private void contentType() {
        String type = headers.first("Content-Type").orElse(null);
        boolean writes = method.equals("POST") || method.equals("PATCH");
        Place place = place("Content-Type");
        if (!writes) {
            if (type != null && (method.equals("GET") || method.equals("DELETE"))) {
                String message = "a " + method + " has no content, so it needs no Content-Type";
                Remedy without = Remedy.withoutHeader("Content-Type", "no Content-Type header");
                findings.add("content-type-unneeded", place, message, without);
            }
            return;
        }
        Remedy scim = Remedy.header("Content-Type", SCIM_JSON);
        String lower = type == null ? "" : type.toLowerCase(Locale.ROOT).trim();
        if (type == null) {
            findings.add("content-type-missing", place, scim);
        } else if (lower.equals(JSON) || lower.startsWith(JSON + ";")) {
            findings.add("content-type-json", place, scim);
        } else if (!lower.equals(SCIM_JSON) && !lower.startsWith(SCIM_JSON + ";")) {
            findings.add("content-type-wrong", place, scim);
        }
    }

    private void authorization() {
        String value = headers.first("Authorization").orElse(null);
        if (value == null) {
            if (complete) {
                findings.add("authorization-missing", place("Authorization"));
            }
            return;
        }
        String lower = value.trim().toLowerCase(Locale.ROOT);
        boolean bearer = lower.startsWith("bearer ") && lower.length() > "bearer ".length();
        boolean masked = lower.startsWith("[") || lower.startsWith("(") || lower.startsWith("*");
        if (!bearer && !masked) {
            findings.add("authorization-scheme", place("Authorization"));
        }
    }

    /** The field in the text of all fields, one a line; behind them when it is missing. */
    private Place place(String name) {
        int offset = 0;
        int line = 1;
        for (Headers.Field field : headers.fields()) {
            int length = field.name().length() + 2 + field.value().length();
            if (field.name().equalsIgnoreCase(name)) {
                return new Place(Part.HEADERS, offset, offset + length, line, 1);
            }
            offset += length + 1;
            line++;
        }
        int end = Math.max(0, offset - 1);
        return new Place(Part.HEADERS, end, end, Math.max(1, line - 1), 1);
    }
}
