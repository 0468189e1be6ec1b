package io.scimdoctor.report;

import io.scimdoctor.permission.Alternative;
import io.scimdoctor.permission.RoleReview;
import io.scimdoctor.permission.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One line an operation: how the roles serve it, and what is missing or needed. */
public final class PermissionShort {
    private PermissionShort() {}

    public static void write(PermissionReport report, Appendable out) throws IOException {
        for (RoleReview.Item item : report.review().items()) {
            out.append(line(item)).append('\n');
        }
    }

    private static String line(RoleReview.Item item) {
        Verdict verdict = item.verdict();
        String id = item.need().operation().slug();
        if (verdict == null) {
            List<String> sets = new ArrayList<>();
            for (Alternative alternative : item.need().alternatives()) {
                if (alternative.isDocumented()) {
                    sets.add(String.join(" and ", alternative.roles()));
                }
            }
            return id + ": " + String.join(", or ", sets);
        }
        return verdict == Verdict.DENIED
                ? "denied " + id + ": missing " + String.join(" and ", item.missing())
                : verdict.slug() + " " + id + ": has " + String.join(", ", item.holds());
    }
}
