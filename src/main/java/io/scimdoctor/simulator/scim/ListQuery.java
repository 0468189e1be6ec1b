package io.scimdoctor.simulator.scim;

import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.Filter;
import io.scimdoctor.scim.FilterParser;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The question that a list request asks, once the rules have let it pass.
 *
 * @param pageSize how many resources a page holds
 * @param fingerprint what a cursor is bound to: it works only with the query that it came from
 */
record ListQuery(@Nullable Filter filter, int pageSize, String cursor, String fingerprint) {
    static final ListQuery ALL = new ListQuery(null, Integer.MAX_VALUE, "", "");

    private static final int DEFAULT_PAGE = 100;
    private static final String MANAGER = (Attributes.ENTERPRISE_USER + ":manager").toLowerCase(Locale.ROOT);

    static ListQuery of(ScimUrl url) {
        String text = value(url, "filter");
        Filter filter = text.isEmpty() ? null : FilterParser.parse(text).valid();
        String count = value(url, "count");
        int size = count.isEmpty() ? DEFAULT_PAGE : Integer.parseInt(count);
        // With the manager projected the service quietly serves 100 (reference of 2026-09-04).
        boolean manager = url.kind() == ResourceKind.USERS
                && names(url, "attributes").stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(MANAGER));
        String fingerprint = url.kind() + "|" + text + "|" + count + "|" + value(url, "attributes") + "|"
                + value(url, "excludedAttributes");
        return new ListQuery(filter, manager ? Math.min(size, DEFAULT_PAGE) : size, value(url, "cursor"), fingerprint);
    }

    /** The attribute names in a parameter. */
    static List<String> names(ScimUrl url, String parameter) {
        return Stream.of(value(url, parameter).split(","))
                .filter(name -> !name.isBlank())
                .map(String::trim)
                .toList();
    }

    /** Where the page starts, or -1 when the cursor is not one that this query was given. */
    int offset() {
        if (cursor.isEmpty()) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int bar = text.indexOf('|');
            boolean mine = bar > 0 && text.substring(bar + 1).equals(fingerprint);
            return mine ? Integer.parseInt(text.substring(0, bar)) : -1;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    String cursorAt(int offset) {
        return Base64.getUrlEncoder().encodeToString((offset + "|" + fingerprint).getBytes(StandardCharsets.UTF_8));
    }

    private static String value(ScimUrl url, String parameter) {
        return url.parameter(parameter).map(ScimUrl.Parameter::value).orElse("");
    }
}
