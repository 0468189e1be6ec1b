package io.scimdoctor.lint;

import io.scimdoctor.lint.FilterLint.Locator;
import io.scimdoctor.lint.UrlText.Parameter;
import io.scimdoctor.lint.rule.Findings;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.lint.rule.Remedy;
import io.scimdoctor.scim.Nearest;
import io.scimdoctor.scim.ScimUrl;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The query string of a GET: its form, its parameters and their values. */
record QueryLint(UrlText url, Findings findings) {
    private static final List<String> NAMES = List.of("filter", "attributes", "excludedAttributes", "count", "cursor");
    private static final Set<String> STANDARD = Set.of("sortby", "sortorder", "sort");
    private static final Set<String> ONE_OBJECT = Set.of("attributes", "excludedattributes");

    void check() {
        Set<Parameter> broken = new QueryForm(url, findings, new BitSet()).check();
        Set<String> seen = new HashSet<>();
        for (Parameter parameter : url.parameters()) {
            if (broken.contains(parameter) || ScimUrl.isPlaceholder(parameter.plainName())) {
                continue;
            }
            if (!seen.add(parameter.plainName().toLowerCase(Locale.ROOT))) {
                findings.about("query-repeated", url.whole(parameter), parameter.plainName());
            }
            parameter(parameter);
        }
        if (url.kind().isDirectory() && !url.url().isObject()) {
            new CountLint(url, findings).check();
        }
        new SelectionLint(url, findings).check();
    }

    private void parameter(Parameter parameter) {
        String name = parameter.plainName().toLowerCase(Locale.ROOT);
        boolean list = url.kind().isDirectory() && !url.url().isObject();
        if (name.startsWith("$")) {
            odata(parameter, name);
        } else if (name.equals("startindex")) {
            findings.add("query-startindex", url.whole(parameter));
        } else if (STANDARD.contains(name)) {
            findings.add("query-unsupported", url.whole(parameter), "'" + parameter.plainName() + "' is not offered");
        } else if (NAMES.stream().noneMatch(known -> known.equalsIgnoreCase(name))) {
            String near = Nearest.of(name, NAMES);
            findings.add(
                    "query-unknown",
                    url.whole(parameter),
                    "the API knows no parameter '" + parameter.plainName() + "'"
                            + (near == null ? "" : "; did you mean " + near + "?"),
                    near == null ? Remedy.NONE : Remedy.write(near));
        } else if (!list && !(url.url().isObject() && ONE_OBJECT.contains(name))) {
            String message = "'" + parameter.plainName() + "' belongs to lists of users or groups";
            findings.add("query-unsupported", url.whole(parameter), message);
        }
        if (list && (name.equals("filter") || name.equals("$filter"))) {
            filter(parameter);
        }
    }

    private void odata(Parameter parameter, String name) {
        String instead = switch (name) {
            case "$filter" -> "filter";
            case "$select" -> "attributes";
            case "$top" -> "count";
            case "$skiptoken", "$skip" -> "cursor";
            default -> "";
        };
        Place place = url.place(parameter.start(), parameter.equals());
        String message = "'" + parameter.plainName() + "' is a parameter of Microsoft Graph's own API, not of SCIM";
        // What stands behind a cursor is another value, which only the service can know.
        Remedy remedy = instead.equals("cursor") ? Remedy.write(instead) : Remedy.replace(place, instead);
        findings.add("query-odata", place, message, instead.isEmpty() ? Remedy.NONE : remedy);
    }

    private void filter(Parameter parameter) {
        DecodedText value = parameter.value();
        String text = value.text();
        int lead = text.length() - text.stripLeading().length();
        Locator locator = (start, end) -> url.place(value.raw(start + lead), value.raw(end + lead));
        new FilterLint().check(url.kind(), text.substring(lead), locator, findings);
    }
}
