package io.scimdoctor.report.permission;

import io.scimdoctor.catalog.Fixes;
import io.scimdoctor.diagnosis.PermissionReport;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Basis;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.permission.Alternative;
import io.scimdoctor.permission.Operation;
import io.scimdoctor.permission.RoleReview;
import io.scimdoctor.permission.Standing;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.Block.Facts;
import io.scimdoctor.report.block.BlockPage;
import io.scimdoctor.report.block.BlockReport;
import io.scimdoctor.report.block.FindingBlocks;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.token.Claims;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Permissions for a reader: what is asked for with its roles, and what the token has and lacks. */
public record PermissionBlocks(PermissionReport report) implements BlockReport {
    private static final int MONTH = 7;

    /** @param whole whether the source of each set of roles is named */
    @Override
    public BlockPage page(Style style, boolean whole) {
        Verdict verdict = report.verdict();
        boolean judges = report.token() != null;
        List<Block> blocks = new ArrayList<>(judges ? List.of(FindingBlocks.facts(verdict)) : List.of());
        for (RoleReview.Item item : report.review().items()) {
            blocks.add(new Block.Section(
                    item.need().operation().request() + ": "
                            + item.need().operation().title(),
                    null,
                    status(item.standing()),
                    List.of(report.asked() && item.standing() != null ? judged(item) : listed(item, whole))));
        }
        if (!report.asked()) {
            blocks.add(
                    new Block.Paragraph(
                            "Least privileged first; one set of roles is enough, and roles joined by + are"
                                    + " needed together. The date is that of the Microsoft page which lists them. Disputed: another page"
                                    + " asks for more. Undocumented: Microsoft Graph accepts them, the SCIM pages do not list them."));
            blocks.add(new Block.Paragraph("All are application permissions of Microsoft Graph with admin consent."
                    + " Delegated permissions never work with this API."));
        }
        blocks.add(conclusion(report, style.audience(), whole));
        blocks.add(new Block.Paragraph(""));
        blocks.add(
                judges
                        ? FindingBlocks.end(verdict)
                        : FindingBlocks.end(verdict, "permissions --for REQUEST --token-file FILE"));
        return judges ? BlockPage.of(verdict, false, blocks) : BlockPage.of("", false, blocks);
    }

    /** One line an operation: how the roles serve it, and what is missing or needed. */
    public String lines() {
        StringBuilder lines = new StringBuilder();
        for (RoleReview.Item item : report.review().items()) {
            Standing standing = item.standing();
            String id = item.need().operation().slug();
            String judged = standing == Standing.DENIED
                    ? ": missing " + String.join(" and ", item.missing())
                    : ": has " + String.join(", ", item.holds());
            lines.append(standing == null ? id + ": " + item.need().oneOf() : standing.slug() + " " + id + judged)
                    .append('\n');
        }
        return lines.toString();
    }

    private static @Nullable Status status(@Nullable Standing standing) {
        return standing == null
                ? null
                : switch (standing) {
                    case ALLOWED -> Status.PASS;
                    case DISPUTED, PROBABLE -> Status.WARN;
                    case DENIED -> Status.FAIL;
                };
    }

    /** What the token has, needs and lacks for an operation that was asked for. */
    private static Block judged(RoleReview.Item item) {
        return Facts.NONE
                .and("Has", item.holds().isEmpty() ? "no role that counts" : String.join(", ", item.holds()))
                .and("Needs", item.need().oneOf())
                .and("Missing", item.missing().isEmpty() ? "nothing" : String.join(" and ", item.missing()))
                .and("But", limit(item));
    }

    /** What the roles that the token holds do not cover of this very operation. */
    private static @Nullable String limit(RoleReview.Item item) {
        Operation operation = item.need().operation();
        boolean basic = operation == Operation.LIST_USERS || operation == Operation.READ_USER;
        for (Alternative way : item.need().alternatives()) {
            boolean held = item.holds().containsAll(way.roles()) && way.standing() == item.standing();
            String limit = way.limit();
            if (held && limit != null && (basic || way.standing() == Standing.DISPUTED)) {
                return String.join(" and ", way.roles()) + ": " + limit;
            }
            if (held && limit == null) {
                return null;
            }
        }
        return null;
    }

    /** Every set of roles that may be enough. */
    private static Block listed(RoleReview.Item item, boolean whole) {
        List<String> ways = new ArrayList<>();
        for (Alternative way : item.need().alternatives()) {
            StringBuilder text = new StringBuilder(String.join(" + ", way.roles()) + "  " + grade(way));
            text.append(way.limit() == null ? "" : "; " + way.limit());
            for (Basis basis : whole ? way.basis() : List.<Basis>of()) {
                text.append("; ").append(basis.source()).append(", ").append(basis.date());
            }
            ways.add(text.toString());
        }
        return new Block.Bullets(ways);
    }

    /** The least roles for all that was asked for, what the token bears, and how to grant what it lacks. */
    public static Facts conclusion(PermissionReport report, Audience audience, boolean whole) {
        Set<String> least = report.review().leastPrivileged();
        Set<String> missing = report.review().missing();
        Instant issued = report.time("iat");
        String when = issued == null ? "" : "issued " + Claims.relative(issued, report.now()) + ", ";
        List<String> roles = report.shownRoles();
        String enough = String.join(" and ", least) + (least.size() > 1 ? " are" : " is");
        String borne = roles.isEmpty() ? "none" : String.join(", ", roles);
        return Facts.NONE
                .and("Least", report.asked() ? enough + " enough, with the least privilege." : null)
                .and("Token", report.token() == null ? null : when + "roles: " + borne)
                .and("Missing", missing.size() > 1 && report.asked() ? String.join(" and ", missing) : null)
                .and(Facts.of(report.notes(), note -> "Note", note -> note))
                .and(Facts.of(report.findings(), finding -> "Steps", finding -> steps(finding, audience, whole)));
    }

    private static Block steps(Finding finding, Audience audience, boolean whole) {
        return new Block.Steps(
                finding.steps(audience), whole ? Fixes.of(finding, audience) : Fixes.handiest(finding, audience));
    }

    /** Which edition lists the roles, or how sure it is without one. */
    private static String grade(Alternative alternative) {
        return switch (alternative.standing()) {
            case PROBABLE -> "undocumented, probably";
            case DISPUTED -> "disputed";
            case ALLOWED, DENIED -> editions(alternative.basis());
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
}
