package io.scimdoctor.diagnosis;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.TokenFindings;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.permission.Need;
import io.scimdoctor.permission.Operation;
import io.scimdoctor.permission.RoleReview;
import io.scimdoctor.permission.Standing;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.token.Claims;
import io.scimdoctor.token.TokenExpectation;
import io.scimdoctor.token.TokenReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The permission matrix, or the part of it that was asked for, held against a token if there is one.
 *
 * @param asked whether the operations were asked for, and not just all of them listed
 * @param token the claims of the token, or null without one
 * @param findings what keeps the token from being enough, the leading one first
 * @param skipped how many pieces of what was asked for were not judged
 */
public record PermissionReport(
        boolean asked, RoleReview review, @Nullable Claims token, Instant now, List<Finding> findings, long skipped) {
    private static final String DELEGATED = "token-delegated";
    private static final Set<String> ROLES_DO_NOT_COUNT = Set.of(DELEGATED, "token-wrong-audience");

    /** @param needs what was asked for; empty for the whole matrix */
    public static PermissionReport of(List<Need> needs, @Nullable Claims token, Instant now, long skipped) {
        boolean asked = !needs.isEmpty();
        List<Need> all =
                asked ? needs : Arrays.stream(Operation.values()).map(Need::of).toList();
        List<Finding> findings = new ArrayList<>();
        Set<String> roles = null;
        if (token != null) {
            findings.addAll(unfit(token, now));
            roles = findings.isEmpty() ? token.roles() : Set.of();
        }
        RoleReview review = RoleReview.of(all, roles);
        if (asked && token != null && findings.isEmpty() && !review.missing().isEmpty()) {
            findings.add(missing(review, token));
        }
        return new PermissionReport(asked, review, token, now, findings, skipped);
    }

    /** Why the roles of a token do not count here at all. */
    private static List<Finding> unfit(Claims token, Instant now) {
        TokenReading reading = new TokenReading.Decoded(token.json(), token);
        List<Finding> findings = TokenFindings.of(reading, TokenExpectation.at(now));
        findings.removeIf(finding -> !ROLES_DO_NOT_COUNT.contains(finding.id()));
        return findings;
    }

    /** One finding for all operations, so that its commands grant all at once. */
    private static Finding missing(RoleReview review, Claims token) {
        List<Evidence> evidence = new ArrayList<>();
        for (RoleReview.Item item : review.items()) {
            if (!item.missing().isEmpty()) {
                evidence.add(new Evidence("operation", item.need().operation().title()));
            }
        }
        evidence.add(new Evidence("least missing role", String.join(" and ", review.missing())));
        evidence.addAll(token.whose());
        return Catalog.load().finding("permission-missing", Confidence.LIKELY, evidence);
    }

    /** The roles of the token as they may be shown. */
    public List<String> shownRoles() {
        return token == null
                ? List.of()
                : token.roles().stream().map(Redactor::text).toList();
    }

    public @Nullable Instant time(String claim) {
        return token == null ? null : token.time(claim);
    }

    public boolean isDelegated() {
        return token != null && token.isDelegated();
    }

    /** What has to be known beside the roles, each one sentence or two. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (skipped > 0) {
            notes.add((skipped == 1 ? "1 piece" : skipped + " pieces")
                    + " of what was asked for is no request that this API serves, or could"
                    + " not be read, and is not judged; scimdoctor lint request says which.");
        }
        Instant issued = time("iat");
        if (asked && issued != null && !review.missing().isEmpty() && findings.size() == 1 && !isDelegated()) {
            notes.add("The token was issued at " + issued + ", " + Claims.relative(issued, now)
                    + "; its roles are fixed since. If the missing role was granted later, request a new token: a cache may"
                    + " still hand out this one.");
        }
        Instant expires = time("exp");
        if (expires != null && !expires.isAfter(now)) {
            notes.add("The token expired at " + expires + ": its roles only say what was granted when it was issued.");
        }
        if (asked && review.items().stream().anyMatch(item -> item.need().beyondBasic())) {
            notes.add("The filter goes beyond the basic profile: with User.ReadBasic.All only id and userName can be"
                    + " filtered on.");
        }
        if (asked && findings.isEmpty()) {
            doubtful(notes);
            guarded(notes);
        }
        return notes;
    }

    /** A set that is disputed or undocumented may be refused; then the least role that no page disputes comes next. */
    private void doubtful(List<String> notes) {
        for (RoleReview.Item item : review.items()) {
            boolean doubtful = item.standing() == Standing.DISPUTED || item.standing() == Standing.PROBABLE;
            if (doubtful && token != null) {
                Set<String> next = item.need().leastMissingAfterRefusal(token.roles());
                notes.add("If the service refuses " + item.need().operation().request() + " with 403, add "
                        + String.join(" and ", next) + " first.");
            }
        }
    }

    /** What a 403 means when nothing is missing. */
    private void guarded(List<String> notes) {
        boolean users = false;
        boolean groups = false;
        for (RoleReview.Item item : review.items()) {
            boolean enough = item.standing() == null || item.standing() == Standing.ALLOWED;
            boolean counts = enough && item.need().operation().isGuarded();
            users |= counts && !item.need().operation().isOnGroups();
            groups |= counts && item.need().operation().isOnGroups();
        }
        String refused = token == null ? "A 403 although the roles suffice" : "The roles suffice. A 403 all the same";
        if (users) {
            notes.add(refused + " means that the target is probably an administrator: then the application needs a"
                    + " directory role as well.");
        }
        if (groups) {
            notes.add(refused + " means that the group is probably role-assignable, synchronised or dynamic.");
        }
    }

    /** Missing roles are a problem only when their operation was asked for. */
    public Verdict verdict() {
        if (!findings.isEmpty()) {
            Finding leading = findings.get(0);
            boolean missing = leading.id().equals("permission-missing");
            String title = missing ? "A role is missing for what was asked for" : leading.title();
            return new Verdict(Status.FAIL, leading.id(), title, leading.owner(), ExitCode.PROBLEM);
        }
        Standing worst = review.standing();
        if (worst == null || !asked) {
            String title = token == null ? "No token was given, so no roles were judged" : "The matrix for this token";
            return passed(Status.PASS, title);
        }
        String title = switch (worst) {
            case ALLOWED -> "The roles of the token are enough";
            case DISPUTED -> "The roles are enough by one page of the documentation; another asks for more";
            case PROBABLE -> "The roles are probably enough, undocumented";
            case DENIED -> throw new IllegalStateException("a missing role is a finding");
        };
        return passed(worst == Standing.ALLOWED ? Status.PASS : Status.WARN, title);
    }

    /** What was not judged is never healthy. */
    private Verdict passed(Status status, String title) {
        return skipped == 0
                ? new Verdict(status, null, title, null, ExitCode.HEALTHY)
                : new Verdict(Status.UNKNOWN, null, title + ", as far as it was read", null, ExitCode.NO_VERDICT);
    }
}
