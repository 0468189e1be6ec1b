package io.scimdoctor.lint.body;

import io.scimdoctor.lint.body.JsonValue.Kind;
import io.scimdoctor.lint.rule.Findings;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The entries of a user's addresses, mails or telephones: how many of which type there may be.
 *
 * @param types the types that map to anything
 * @param singular the types of which there is one entry; none when there is one in all
 * @param again the rule that a second one breaks
 */
record EntriesLint(String attribute, Set<String> types, Set<String> singular, String again) {
    private static final List<EntriesLint> ALL = List.of(
            new EntriesLint("addresses", Set.of("work"), Set.of(), "address-single"),
            new EntriesLint("emails", Set.of("work", "other"), Set.of("work"), "mail-single"),
            new EntriesLint(
                    "phoneNumbers", Set.of("work", "mobile", "fax"), Set.of("work", "mobile", "fax"), "phone-single"));

    /** Whether entries of that type map to anything. */
    static boolean isKnown(String attribute, String type) {
        return ALL.stream()
                .filter(entries -> entries.attribute.equals(attribute))
                .allMatch(entries -> entries.types.contains(type.toLowerCase(Locale.ROOT)));
    }

    /** Judges a list of entries, or one. */
    static void check(String attribute, JsonValue value, Findings findings) {
        for (EntriesLint entries : ALL) {
            if (entries.attribute.equals(attribute)) {
                entries.check(value.entries(), findings);
            }
        }
    }

    private void check(List<JsonValue> entries, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (JsonValue entry : entries) {
            JsonValue type = entry.get("type");
            String name = entry.text("type").toLowerCase(Locale.ROOT);
            if ((singular.isEmpty() || singular.contains(name)) && !seen.add(singular.isEmpty() ? "" : name)) {
                findings.add(again, entry.opening());
            }
            if (attribute.equals("emails") && name.equals("proxyaddress")) {
                findings.add("mail-proxy", entry.opening());
            } else if (type != null && type.is(Kind.STRING) && !types.contains(name)) {
                String rule = attribute.equals("addresses") ? "address-type" : "entry-type";
                findings.about(rule, type.place(), type.text());
            }
        }
    }
}
