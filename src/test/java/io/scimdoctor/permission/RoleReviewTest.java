package io.scimdoctor.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleReviewTest {
    private static final Need DISCOVERY = Need.of(Operation.READ_DISCOVERY);
    private static final Need LIST = Need.of(Operation.LIST_USERS);
    private static final Need ACTIVE = Need.of(Operation.UPDATE_USER_ACTIVE);

    @Test
    void the_least_privileged_set_leaves_out_what_another_role_covers() {
        RoleReview review = RoleReview.of(List.of(DISCOVERY, LIST), null);

        assertThat(review.leastPrivileged()).containsExactlyInAnyOrder("User.Read.All", "Group.Read.All");
        assertThat(review.standing()).isNull();
    }

    @Test
    void after_a_refusal_a_role_that_another_one_includes_is_left_out_too() {
        Set<String> missing = new LinkedHashSet<>(Set.of("User.ReadBasic.All", "User.Read.All", "Group.Read.All"));

        RoleReview.leaveOutIncluded(missing, List.of(DISCOVERY, LIST), Set.of(), Standing.ALLOWED);

        assertThat(missing).containsExactlyInAnyOrder("User.Read.All", "Group.Read.All");
    }

    @Test
    void the_worst_need_decides() {
        RoleReview review = RoleReview.of(List.of(LIST, ACTIVE), Set.of("User.Read.All"));

        assertThat(review.standing()).isEqualTo(Standing.DENIED);
        assertThat(review.missing()).containsExactly("User.EnableDisableAccount.All");
        assertThat(review.items().get(0).standing()).isEqualTo(Standing.ALLOWED);
    }

    @Test
    void a_disputed_set_is_enough_until_the_service_refuses() {
        Set<String> alone = Set.of("User.EnableDisableAccount.All");

        assertThat(ACTIVE.standing(alone)).isEqualTo(Standing.DISPUTED);
        assertThat(ACTIVE.leastMissing(alone)).isEmpty();
        assertThat(ACTIVE.leastMissingAfterRefusal(alone)).containsExactly("User.Read.All");
    }

    @Test
    void an_undocumented_role_that_was_refused_leads_to_the_documented_one() {
        Set<String> directory = Set.of("Directory.Read.All");

        assertThat(LIST.standing(directory)).isEqualTo(Standing.PROBABLE);
        assertThat(LIST.leastMissingAfterRefusal(directory)).containsExactly("User.ReadBasic.All");
    }

    @Test
    void roles_that_are_enough_leave_nothing_to_grant() {
        assertThat(LIST.leastMissingAfterRefusal(Set.of("User.Read.All"))).isEmpty();
    }
}
