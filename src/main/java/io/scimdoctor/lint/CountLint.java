package io.scimdoctor.lint;

import io.scimdoctor.lint.UrlText.Parameter;
import io.scimdoctor.lint.rule.Findings;
import io.scimdoctor.lint.rule.Limit;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.lint.rule.Remedy;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The page size of a list. */
record CountLint(UrlText url, Findings findings) {
    private static final int UNPROJECTED = 100;
    private static final int LONGEST = 40;
    private static final String MANAGER = Attributes.ENTERPRISE_USER.toLowerCase(Locale.ROOT) + ":manager";

    void check() {
        Parameter parameter = url.find("count");
        if (parameter == null || ScimUrl.isPlaceholder(parameter.value().text())) {
            return;
        }
        Place place = url.valueOf(parameter);
        BigInteger count = number(parameter.value().text().trim());
        if (count == null || count.signum() < 0) {
            findings.add("count-invalid", place);
        } else if (count.signum() == 0) {
            findings.add("count-zero", place, Remedy.replace(place, "1"));
        } else if (url.kind() == ResourceKind.USERS) {
            users(place, count);
        } else if (isAbove(count, Limit.GROUPS_IN_A_PAGE.most())) {
            findings.add("count-above-maximum", place, Remedy.replace(place, "1000"));
        }
    }

    private void users(Place place, BigInteger count) {
        Parameter attributes = url.find("attributes");
        boolean projected = attributes != null && !attributes.value().text().isBlank();
        if (isAbove(count, Limit.USERS_IN_A_PAGE.most())) {
            findings.add(
                    "count-large",
                    place,
                    "above 999 users a page is not defined"
                            + (projected ? "" : ", and above 100 it needs 'attributes'"),
                    projected ? Remedy.replace(place, "999") : Remedy.write("count=999&attributes=…"));
        } else if (isAbove(count, UNPROJECTED) && !projected) {
            findings.add("count-unprojected", place);
        } else if (isAbove(count, UNPROJECTED)
                && attributes != null
                && attributes.value().text().toLowerCase(Locale.ROOT).contains(MANAGER)) {
            findings.add("count-manager", place);
        }
    }

    private static boolean isAbove(BigInteger count, int limit) {
        return count.compareTo(BigInteger.valueOf(limit)) > 0;
    }

    private static @Nullable BigInteger number(String text) {
        try {
            return text.length() > LONGEST || text.startsWith("+") ? null : new BigInteger(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
