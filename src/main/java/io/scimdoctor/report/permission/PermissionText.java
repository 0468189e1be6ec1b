package io.scimdoctor.report.permission;

import io.scimdoctor.finding.Basis;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.permission.Alternative;
import io.scimdoctor.permission.Operation;
import io.scimdoctor.permission.RoleReview;
import io.scimdoctor.permission.Standing;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import io.scimdoctor.report.token.TokenFields;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Permissions for a reader: what is asked for with its roles, and what the token has and lacks. */
public final class PermissionText {
    private static final int GRADE_COLUMN = 50;
    private static final int MONTH = 7;

    private final TextPage page;
    private final boolean verbose;

    /** @param verbose whether the source of each set of roles is named */
    public PermissionText(Appendable out, Style style, boolean verbose) {
        page = new TextPage(out, style);
        this.verbose = verbose;
    }

    public void write(PermissionReport report) throws IOException {
        Verdict verdict = report.verdict();
        if (report.token() != null) {
            verdict(verdict);
        }
        for (RoleReview.Item item : report.review().items()) {
            if (report.asked() && item.standing() != null) {
                judged(item);
            } else {
                listed(item);
            }
        }
        if (report.asked()) {
            String least = String.join(" and ", report.review().leastPrivileged());
            page.wrapped(
                    "Least     ",
                    least + (report.review().leastPrivileged().size() > 1 ? " are" : " is")
                            + " enough, with the least privilege.");
        } else {
            legend();
        }
        token(report);
        for (String note : report.notes()) {
            page.wrapped("Note      ", note);
        }
        last(report, verdict);
    }

    private void verdict(Verdict verdict) throws IOException {
        String word = switch (verdict.status()) {
            case PASS -> "OK        ";
            case WARN -> "WARN      ";
            default -> "FAIL      ";
        };
        page.verdict(word, verdict).blank();
    }

    /** An operation that was asked for, with what the token has, needs and lacks. */
    private void judged(RoleReview.Item item) throws IOException {
        heading(item);
        page.wrapped("  Has      ", item.holds().isEmpty() ? "no role that counts" : String.join(", ", item.holds()));
        page.wrapped("  Needs    ", item.need().oneOf());
        page.wrapped("  Missing  ", item.missing().isEmpty() ? "nothing" : String.join(" and ", item.missing()));
        limits(item);
        page.blank();
    }

    /** What the roles that the token holds do not cover of this very operation. */
    private void limits(RoleReview.Item item) throws IOException {
        Operation operation = item.need().operation();
        boolean basic = operation == Operation.LIST_USERS || operation == Operation.READ_USER;
        for (Alternative alternative : item.need().alternatives()) {
            boolean held = item.holds().containsAll(alternative.roles()) && alternative.standing() == item.standing();
            String limit = alternative.limit();
            if (held && limit != null && (basic || alternative.standing() == Standing.DISPUTED)) {
                page.wrapped("  But      ", String.join(" and ", alternative.roles()) + ": " + limit);
                return;
            }
            if (held && limit == null) {
                return;
            }
        }
    }

    /** An operation with every set of roles that may be enough. */
    private void listed(RoleReview.Item item) throws IOException {
        heading(item);
        for (Alternative alternative : item.need().alternatives()) {
            String joint = "  ";
            String grade = grade(alternative);
            for (String role : alternative.roles()) {
                String line = "  " + joint + role;
                page.line(
                        grade.isEmpty()
                                ? line
                                : TextPage.pad(line + " ", GRADE_COLUMN)
                                        + page.style().dim(grade));
                joint = "+ ";
                grade = "";
            }
            details(alternative);
        }
        page.blank();
    }

    private void details(Alternative alternative) throws IOException {
        String limit = alternative.limit();
        if (limit != null) {
            page.wrapped("      ", limit);
        }
        for (Basis basis : verbose ? alternative.bases() : List.<Basis>of()) {
            page.wrapped("      ", basis.source() + ", " + basis.date());
        }
    }

    private void heading(RoleReview.Item item) throws IOException {
        Operation operation = item.need().operation();
        String mark = "";
        if (item.standing() != null) {
            Status status = switch (item.standing()) {
                case ALLOWED -> Status.PASS;
                case DISPUTED, PROBABLE -> Status.WARN;
                case DENIED -> Status.FAIL;
            };
            mark = page.style().status(status, page.style().symbol(status)) + " ";
        }
        page.wrapped(mark, page.style().bold(operation.request()) + ": " + operation.title());
    }

    /** Which edition lists the roles, or how sure it is without one. */
    private static String grade(Alternative alternative) {
        return switch (alternative.standing()) {
            case PROBABLE -> "undocumented, probably";
            case DISPUTED -> "disputed";
            case ALLOWED, DENIED -> editions(alternative.bases());
        };
    }

    private static String editions(List<Basis> bases) {
        Set<String> editions = new LinkedHashSet<>();
        for (Basis basis : bases) {
            boolean documented = basis.kind() == Basis.Kind.DOCUMENTED;
            String date = basis.date();
            editions.add(documented ? date.substring(0, Math.min(MONTH, date.length())) : "inferred");
        }
        return String.join(", ", editions);
    }

    private void legend() throws IOException {
        page.wrapped(
                "",
                "Least privileged first; one set of roles is enough, and roles joined by + are needed together. The date is"
                        + " that of the Microsoft page which lists them. Disputed: another page asks for more."
                        + " Undocumented: Microsoft Graph accepts them, the SCIM pages do not list them.");
        page.wrapped(
                "",
                "All are application permissions of Microsoft Graph with admin consent. Delegated permissions never work"
                        + " with this API.");
    }

    private void token(PermissionReport report) throws IOException {
        if (report.token() == null) {
            return;
        }
        Instant issued = report.time("iat");
        List<String> roles = report.shownRoles();
        String when = issued == null ? "" : "issued " + TokenFields.relative(issued, report.now()) + ", ";
        page.wrapped("Token     ", when + "roles: " + (roles.isEmpty() ? "none" : String.join(", ", roles)));
    }

    private void last(PermissionReport report, Verdict verdict) throws IOException {
        for (Finding finding : report.findings()) {
            page.steps("Steps     ", finding.steps(page.style().audience()));
        }
        page.blank();
        if (verdict.id() == null && report.token() == null) {
            page.end(verdict.exitCode(), "permissions --for REQUEST --token-file FILE");
        } else {
            page.end(verdict);
        }
    }
}
