package io.scimdoctor.permission;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token's roles held against what an application wants to do.
 *
 * @param items one for each need, in the order that it was asked for
 * @param leastPrivileged the roles that are enough for all of it and grant the least
 * @param missing the fewest roles that the token lacks for all of it; empty without a token
 * @param standing the worst of the items' standings, or null without a token
 */
public record RoleReview(
        List<Item> items,
        Set<String> leastPrivileged,
        Set<String> missing,
        @Nullable Standing standing) {
    /**
     * One need.
     *
     * @param standing how the token's roles serve it, or null without a token
     * @param holds the roles of the token that serve it, or that count towards it
     * @param missing the fewest roles that the token lacks for it
     */
    public record Item(Need need, @Nullable Standing standing, Set<String> holds, Set<String> missing) {}

    /** @param roles the roles of the token, or null without one */
    public static RoleReview of(List<Need> needs, @Nullable Set<String> roles) {
        List<Item> items = new ArrayList<>();
        Standing worst = null;
        for (Need need : needs) {
            Item item = roles == null ? new Item(need, null, Set.of(), Set.of()) : item(need, roles);
            items.add(item);
            Standing standing = item.standing();
            if (standing != null && (worst == null || standing.compareTo(worst) > 0)) {
                worst = standing;
            }
        }
        Set<String> missing = roles == null ? Set.of() : least(needs, roles);
        return new RoleReview(items, least(needs, Set.of()), missing, worst);
    }

    private static Item item(Need need, Set<String> roles) {
        Set<String> holds = new LinkedHashSet<>();
        for (Alternative alternative : need.alternatives()) {
            holds.addAll(alternative.roles());
        }
        holds.retainAll(roles);
        return new Item(need, need.standing(roles), holds, need.leastMissing(roles));
    }

    /** What each need lacks beside the roles that are held, without what the others make superfluous. */
    private static Set<String> least(List<Need> needs, Set<String> held) {
        Set<String> roles = new LinkedHashSet<>();
        List<Need> lacking = new ArrayList<>();
        for (Need need : needs) {
            if (need.standing(held) == Standing.DENIED) {
                lacking.add(need);
                roles.addAll(need.leastMissing(held));
            }
        }
        leaveOutIncluded(roles, lacking, held, Standing.DISPUTED);
        return roles;
    }

    /** Takes away each role without which the others, with those held, still serve all needs at least so well. */
    public static void leaveOutIncluded(Set<String> roles, List<Need> needs, Set<String> held, Standing worst) {
        for (String role : List.copyOf(roles)) {
            Set<String> fewer = new LinkedHashSet<>(held);
            fewer.addAll(roles);
            fewer.remove(role);
            if (needs.stream().allMatch(need -> need.standing(fewer).compareTo(worst) <= 0)) {
                roles.remove(role);
            }
        }
    }
}
