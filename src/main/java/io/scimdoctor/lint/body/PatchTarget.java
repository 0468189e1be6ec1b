package io.scimdoctor.lint.body;

import io.scimdoctor.lint.rule.Findings;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.lint.rule.Remedy;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.Filter;
import io.scimdoctor.scim.FilterParser;
import io.scimdoctor.scim.FilterResult;
import io.scimdoctor.scim.SchemaAttribute;
import io.scimdoctor.scim.Violation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one path of an operation points at.
 *
 * @param name the attribute's full name without a core schema's URN, and without a sub-attribute behind a bracket
 * @param top the attribute itself
 * @param attribute the attribute or sub-attribute that is written
 */
record PatchTarget(Filter.ValuePath path, String name, SchemaAttribute top, SchemaAttribute attribute, Place place) {

    /** Resolves a path, or says what is wrong with it and returns null. */
    static @Nullable PatchTarget of(String text, JsonValue where, AttributeNames names, Findings findings) {
        FilterResult<Filter.ValuePath> result = FilterParser.parsePath(text);
        Filter.ValuePath path = result.valid();
        if (path == null) {
            Violation fault = result.faults().get(0);
            boolean whole = where.text().equals(text);
            Place place = whole ? where.within(fault.start(), fault.end()) : where.place();
            findings.add("patch-path", place, "the path is not valid: " + fault.message());
            return null;
        }
        String name = Attributes.withoutCoreUrn(path.attribute());
        SchemaAttribute attribute = names.find(name);
        SchemaAttribute sub = attribute;
        if (attribute != null && path.subAttribute() != null) {
            sub = attribute.sub(path.subAttribute());
        }
        if (attribute == null || sub == null) {
            unknown(path, name, where, names, findings);
            return null;
        }
        SchemaAttribute top = names.find(topName(name));
        return new PatchTarget(path, name, top == null ? attribute : top, sub, where.place());
    }

    private static void unknown(
            Filter.ValuePath path, String name, JsonValue where, AttributeNames names, Findings findings) {
        boolean bracket = path.subAttribute() != null;
        String full = bracket ? name + "." + path.subAttribute() : name;
        if (full.toLowerCase(Locale.ROOT).endsWith("addresses.country/region")) {
            Remedy inBracket = Remedy.write("addresses[type eq \"work\"].country");
            findings.add("address-country", where.place(), bracket ? inBracket : Remedy.NONE);
        } else {
            names.unknown(full, where.place(), "attribute-unknown", findings);
        }
    }

    /** The name up to the first dot behind the URN. */
    static String topName(String name) {
        int dot = name.indexOf('.', name.lastIndexOf(':') + 1);
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** The name of the attribute without its URN, in lower case. */
    String local() {
        String topName = topName(name);
        return Attributes.local(topName).toLowerCase(Locale.ROOT);
    }
}
