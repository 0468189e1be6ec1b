package io.scimdoctor.lint;

import io.scimdoctor.lint.UrlText.Parameter;
import io.scimdoctor.lint.body.AttributeNames;
import io.scimdoctor.lint.rule.Findings;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.SchemaAttribute;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names in {@code attributes} and {@code excludedAttributes}. */
record SelectionLint(UrlText url, Findings findings) {
    private static final Set<String> COMMON = Set.of("id", "schemas", "meta", "meta.location", "meta.resourcetype");

    void check() {
        if (!url.kind().isDirectory()) {
            return;
        }
        Parameter attributes = url.find("attributes");
        Parameter excluded = url.find("excludedAttributes");
        if (attributes != null && excluded != null) {
            findings.add("attributes-both", url.whole(excluded));
        }
        check(attributes, true);
        check(excluded, false);
    }

    private void check(@Nullable Parameter parameter, boolean selects) {
        if (parameter == null) {
            return;
        }
        String text = parameter.value().text();
        int from = 0;
        for (String name : text.split(",")) {
            int to = from + name.length();
            if (!name.isBlank()) {
                Place place =
                        url.place(parameter.value().raw(from), parameter.value().raw(to));
                name(name.trim(), place, selects);
            }
            from = to + 1;
        }
    }

    private void name(String name, Place place, boolean selects) {
        AttributeNames names = new AttributeNames(url.kind());
        String lower = name.toLowerCase(Locale.ROOT);
        String security = Attributes.SECURITY_ATTRIBUTES.toLowerCase(Locale.ROOT);
        if (lower.equals(security) || lower.equals(security + ":")) {
            findings.add("attributes-csa-bare", place);
        } else if (!lower.startsWith(security + ":") && !COMMON.contains(lower) && names.schemaUrn(name) == null) {
            SchemaAttribute attribute = names.find(name);
            if (attribute == null) {
                names.unknown(name, place, "attributes-unknown", findings);
            } else if (selects && attribute.isNeverReturned()) {
                findings.about("attributes-never-returned", place, name);
            }
        }
    }
}
