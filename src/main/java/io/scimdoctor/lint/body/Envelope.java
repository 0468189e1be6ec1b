package io.scimdoctor.lint.body;

import io.scimdoctor.lint.body.JsonValue.Kind;
import io.scimdoctor.lint.body.JsonValue.Member;
import io.scimdoctor.lint.rule.Findings;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What every body has around its attributes. */
final class Envelope {
    private Envelope() {}

    /** Names that stand twice: the service takes one of the two, and nobody knows which. */
    static void repetitions(JsonValue object, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (Member member : object.members()) {
            if (!seen.add(member.name().toLowerCase(Locale.ROOT))) {
                findings.about("json-duplicate-key", member.place(), member.name());
            }
            if (member.value().is(Kind.OBJECT)) {
                repetitions(member.value(), findings);
            }
        }
    }

    /** Whether the array of schemas names one, without regard to case. */
    static boolean names(JsonValue schemas, String urn) {
        for (JsonValue schema : schemas.elements()) {
            if (schema.text().equalsIgnoreCase(urn)) {
                return true;
            }
        }
        return false;
    }
}
