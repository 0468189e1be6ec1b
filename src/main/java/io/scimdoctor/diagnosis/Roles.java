package io.scimdoctor.diagnosis;

import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.permission.Need;
import io.scimdoctor.permission.RoleReview;
import io.scimdoctor.permission.Standing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the permission matrix has to say about a refused request. */
final class Roles {
    static final String PERMISSION_MISSING = "permission-missing";

    private static final Set<String> CONDITIONS = Set.of(
            PERMISSION_MISSING, "access-denied", "target-is-administrator", "group-role-assignable", "token-delegated");

    private Roles() {}

    /**
     * The evidence, or nothing when the condition is about something else.
     *
     * @param roles the roles of the token that was used, or null when it is not known
     */
    static List<Evidence> evidence(String condition, SentRequest request, @Nullable Set<String> roles) {
        List<Evidence> evidence = new ArrayList<>();
        if (!CONDITIONS.contains(condition)) {
            return evidence;
        }
        List<Need> needs = Need.of(request);
        for (Need need : needs) {
            evidence.add(new Evidence("operation", need.operation().title()));
        }
        if (roles == null || condition.equals("token-delegated")) {
            for (Need need : needs) {
                evidence.add(new Evidence("needs one of", need.oneOf()));
            }
            if (!needs.isEmpty() && roles == null) {
                Set<String> least = RoleReview.of(needs, null).leastPrivileged();
                evidence.add(new Evidence("least role", String.join(" and ", least)));
            }
            return evidence;
        }
        Set<String> missing = new LinkedHashSet<>();
        for (Need need : needs) {
            missing.addAll(need.leastMissingAfterRefusal(roles));
            held(need, roles, evidence);
        }
        RoleReview.leaveOutIncluded(missing, needs, roles, Standing.ALLOWED);
        if (!needs.isEmpty()) {
            String least = missing.isEmpty() ? "none" : String.join(" and ", missing);
            evidence.add(new Evidence("least missing role", least));
        }
        return evidence;
    }

    /** The surest of the sets that the token holds; it is what the service should have accepted. */
    private static void held(Need need, Set<String> roles, List<Evidence> evidence) {
        Standing standing = need.standing(roles);
        String grade = switch (standing) {
            case ALLOWED -> "enough by the documentation";
            case DISPUTED -> "one page of the documentation asks for more";
            case PROBABLE -> "not documented for this API";
            case DENIED -> "not enough";
        };
        need.alternatives().stream()
                .filter(set -> set.standing() == standing && roles.containsAll(set.roles()))
                .findFirst()
                .ifPresent(set ->
                        evidence.add(new Evidence("role held", String.join(" and ", set.roles()) + ", " + grade)));
    }
}
