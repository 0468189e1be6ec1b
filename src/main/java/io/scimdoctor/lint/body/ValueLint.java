package io.scimdoctor.lint.body;

import io.scimdoctor.lint.body.JsonValue.Kind;
import io.scimdoctor.lint.body.JsonValue.Member;
import io.scimdoctor.lint.rule.Findings;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.lint.rule.Remedy;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.SchemaAttribute;
import io.scimdoctor.scim.ScimUrl;
import java.util.Locale;
import java.util.regex.Pattern;

/** The value of one attribute: its JSON type, its length and form. */
record ValueLint(AttributeNames names, Findings findings) {
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:?\\d\\d)?");
    private static final String MANAGER = Attributes.ENTERPRISE_USER + ":manager";

    /**
     * Judges a whole value.
     *
     * @param name the attribute's full name, with the URN of its extension
     */
    void check(String name, SchemaAttribute attribute, JsonValue value) {
        String full = Attributes.withoutCoreUrn(name);
        if (value.is(Kind.NULL)) {
            return;
        }
        if (full.equalsIgnoreCase(MANAGER)) {
            manager(value);
        } else if (attribute.multiValued()) {
            multiple(full, attribute, value);
        } else {
            single(full, attribute, value);
        }
    }

    private void multiple(String name, SchemaAttribute attribute, JsonValue value) {
        boolean complex = attribute.type().equals("complex");
        if (!value.is(Kind.ARRAY) && !(complex && value.is(Kind.OBJECT))) {
            findings.add("value-type", value.place(), "'" + Attributes.local(name) + "' is a list");
            return;
        }
        if (complex && names.kind() == ResourceKind.USERS) {
            EntriesLint.check(attribute.name(), value, findings);
        }
        value.entries().forEach(entry -> single(name, attribute, entry));
    }

    private void single(String name, SchemaAttribute attribute, JsonValue value) {
        if (value.is(Kind.NULL)) {
            return;
        }
        if (attribute.type().equals("complex")) {
            complex(name, attribute, value);
            return;
        }
        if (value.text().equals(Redactor.MASK)) {
            // Nobody knows what stood in a capture of the simulator there.
            return;
        }
        boolean bool = attribute.type().equals("boolean");
        if (bool ? !value.is(Kind.BOOLEAN) : !value.is(Kind.STRING)) {
            type(name, bool, value);
            return;
        }
        if (attribute.type().equals("dateTime")
                && !value.text().isEmpty()
                && !DATE_TIME.matcher(value.text()).matches()) {
            String message = "'" + Attributes.local(name) + "' takes a date with a time";
            findings.add("value-format", value.place(), message, Remedy.write("2026-09-30T00:00:00Z"));
        }
        Constraint.check(name, value, findings);
        boolean type = value.text().equalsIgnoreCase("member") || value.text().equalsIgnoreCase("guest");
        if (type && name.equalsIgnoreCase("userType") && names.kind() == ResourceKind.USERS) {
            findings.add("usertype-confused", value.place());
        }
    }

    private void type(String name, boolean bool, JsonValue value) {
        String lower = value.text().toLowerCase(Locale.ROOT);
        boolean quoted = bool && value.is(Kind.STRING) && (lower.equals("true") || lower.equals("false"));
        findings.add(
                "value-type",
                value.place(),
                "'" + Attributes.local(name) + "' takes "
                        + (bool ? "true or false without quotes" : "a text in quotes"),
                quoted ? Remedy.replace(value.place(), lower) : Remedy.NONE);
    }

    private void complex(String name, SchemaAttribute attribute, JsonValue value) {
        if (!value.is(Kind.OBJECT)) {
            findings.add("value-type", value.place(), "'" + Attributes.local(name) + "' is a JSON object");
            return;
        }
        for (Member member : value.members()) {
            SchemaAttribute sub = attribute.sub(member.name());
            if (sub != null) {
                single(name + "." + sub.name(), sub, member.value());
            } else {
                unknown(name, member);
            }
        }
    }

    private void unknown(String name, Member member) {
        if (name.equalsIgnoreCase("addresses") && member.is("country/region")) {
            Place place = member.place();
            findings.add("address-country", place, Remedy.replace(place, "\"country\"", "country"));
        } else {
            names.unknown(name + "." + member.name(), member.place(), "attribute-unknown", findings);
        }
    }

    /** A manager is an object with the id of a user. */
    void manager(JsonValue value) {
        JsonValue id = value.is(Kind.OBJECT) ? value.get("value") : null;
        boolean guid = id != null && id.is(Kind.STRING) && isId(id.text());
        if (!guid) {
            boolean bare = value.is(Kind.STRING) && isId(value.text());
            String form = "{\"value\": \"" + (bare ? value.text() : "<id of a user>") + "\"}";
            Place place = id == null ? value.place() : id.place();
            findings.add(
                    "manager-form",
                    value.is(Kind.OBJECT) && id == null ? value.opening() : place,
                    "a manager is an object whose 'value' is the id of a user",
                    bare ? Remedy.replace(place, form) : Remedy.write(form));
        }
    }

    static boolean isId(String text) {
        return ScimUrl.isGuid(text) || ScimUrl.isPlaceholder(text);
    }
}
