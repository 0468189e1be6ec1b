package io.scimdoctor.lint.body;

import io.scimdoctor.lint.body.JsonValue.Kind;
import io.scimdoctor.lint.rule.Findings;
import io.scimdoctor.scim.SchemaAttribute;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The entries of a user's addresses, mails and telephones: how many of which type there may be. */
final class EntriesLint {
    private static final String PROXY = "proxyaddress";
    private static final Set<String> MAIL_TYPES = Set.of("work", "other");
    private static final Set<String> PHONE_TYPES = Set.of("work", "mobile", "fax");

    private final SchemaAttribute attribute;
    private final Findings findings;

    EntriesLint(SchemaAttribute attribute, Findings findings) {
        this.attribute = attribute;
        this.findings = findings;
    }

    /** Whether entries of that type map to anything; both names are in lower case. */
    static boolean isKnown(String attribute, String type) {
        return switch (attribute) {
            case "emails" -> MAIL_TYPES.contains(type);
            case "phonenumbers" -> PHONE_TYPES.contains(type);
            default -> true;
        };
    }

    /** Judges a list of entries, or one. */
    void check(JsonValue value) {
        List<JsonValue> entries = value.is(Kind.ARRAY) ? value.elements() : List.of(value);
        switch (attribute.name()) {
            case "addresses" -> addresses(entries);
            case "emails" -> mails(entries);
            case "phoneNumbers" -> phones(entries);
            default -> {}
        }
    }

    private void addresses(List<JsonValue> entries) {
        if (entries.size() > 1) {
            findings.add("address-single", entries.get(1).opening());
        }
        for (JsonValue entry : entries) {
            String type = type(entry);
            if (!type.isEmpty() && !type.equals("work")) {
                JsonValue where = entry.get("type");
                findings.add("address-type", where == null ? entry.place() : where.place());
            }
        }
    }

    private void mails(List<JsonValue> entries) {
        int work = 0;
        for (JsonValue entry : entries) {
            boolean proxy = type(entry).equals(PROXY);
            if (type(entry).equals("work") && ++work == 2) {
                findings.add("mail-single", entry.opening());
            }
            if (proxy) {
                findings.add("mail-proxy", entry.opening());
            } else {
                known(entry, MAIL_TYPES);
            }
        }
    }

    private void phones(List<JsonValue> entries) {
        Set<String> seen = new HashSet<>();
        for (JsonValue entry : entries) {
            if (!type(entry).isEmpty() && !seen.add(type(entry))) {
                findings.add("phone-single", entry.opening());
            }
            known(entry, PHONE_TYPES);
        }
    }

    private void known(JsonValue entry, Set<String> types) {
        JsonValue type = entry.get("type");
        if (type != null && type.is(Kind.STRING) && !types.contains(type(entry))) {
            findings.about("entry-type", type.place(), type.text());
        }
    }

    private static String type(JsonValue entry) {
        return entry.text("type").toLowerCase(Locale.ROOT);
    }
}
