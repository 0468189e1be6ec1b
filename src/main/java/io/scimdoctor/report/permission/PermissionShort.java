package io.scimdoctor.report.permission;

import io.scimdoctor.permission.RoleReview;
import io.scimdoctor.permission.Standing;
import java.io.IOException;

/** One line an operation: how the roles serve it, and what is missing or needed. */
public final class PermissionShort {
    private PermissionShort() {}

    public static void write(PermissionReport report, Appendable out) throws IOException {
        for (RoleReview.Item item : report.review().items()) {
            out.append(line(item)).append('\n');
        }
    }

    private static String line(RoleReview.Item item) {
        Standing standing = item.standing();
        String id = item.need().operation().slug();
        if (standing == null) {
            return id + ": " + item.need().oneOf();
        }
        return standing == Standing.DENIED
                ? "denied " + id + ": missing " + String.join(" and ", item.missing())
                : standing.slug() + " " + id + ": has " + String.join(", ", item.holds());
    }
}
