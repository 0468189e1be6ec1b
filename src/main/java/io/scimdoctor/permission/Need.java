package io.scimdoctor.permission;

import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.scim.Filter;
import io.scimdoctor.scim.FilterParser;
import io.scimdoctor.scim.FilterRule;
import io.scimdoctor.scim.FilterRules;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a request needs to be allowed.
 *
 * @param beyondBasic whether it filters users by more than their basic profile: {@code User.ReadBasic.All} lets only id
 *     and userName be filtered on (Microsoft Entra ID SCIM API reference, 2026-09-04)
 */
public record Need(Operation operation, boolean beyondBasic) {
    private static final String BASIC = "User.ReadBasic.All";

    /**
     * Everything that a request needs, first what the fewest roles allow; empty when method and URL are not known or name
     * nothing that the API serves.
     */
    public static List<Need> of(SentRequest request) {
        String method = request.method();
        String url = request.url();
        return method == null || url == null
                ? List.of()
                : of(method, ScimUrl.parse(url), PatchPaths.of(request.body()));
    }

    static List<Need> of(String method, ScimUrl url, PatchPaths paths) {
        List<Need> needs = new ArrayList<>();
        for (Operation operation : Operation.allOf(method, url, paths)) {
            needs.add(new Need(operation, operation == Operation.LIST_USERS && isBeyondBasic(url)));
        }
        return needs;
    }

    /** An operation as such, whatever it filters by. */
    public static Need of(Operation operation) {
        return new Need(operation, false);
    }

    /** Every set of roles that may be enough, least privileged first, what is undocumented last. */
    public List<Alternative> alternatives() {
        List<Alternative> alternatives = new ArrayList<>();
        for (Alternative alternative : PermissionMatrix.load().alternatives(operation)) {
            if (!beyondBasic || !alternative.roles().contains(BASIC)) {
                alternatives.add(alternative);
            }
        }
        return alternatives;
    }

    /** How well a set of roles serves it. */
    public Standing standing(Set<String> roles) {
        return PermissionMatrix.load().standing(operation, counting(roles));
    }

    /** The fewest roles that are still lacking, the least privileged of them on a tie; empty when nothing is. */
    public Set<String> leastMissing(Set<String> roles) {
        return standing(roles) != Standing.DENIED ? Set.of() : PermissionMatrix.least(documented(), roles);
    }

    /**
     * The fewest roles that are lacking after the service has refused the request: a disputed or undocumented set that the
     * token holds was not enough then.
     */
    public Set<String> leastMissingAfterRefusal(Set<String> roles) {
        if (standing(roles) == Standing.ALLOWED) {
            return Set.of();
        }
        List<Set<String>> candidates = documented();
        candidates.removeIf(roles::containsAll);
        return PermissionMatrix.least(candidates, roles);
    }

    /** The documented sets of roles, of which one is enough, in words: {@code User.Read.All, or User.ReadWrite.All}. */
    public String oneOf() {
        List<String> sets = new ArrayList<>();
        for (Set<String> roles : documented()) {
            sets.add(String.join(" and ", roles));
        }
        return String.join(", or ", sets);
    }

    /** The documented sets of roles, of which one is enough, least privileged first. */
    List<Set<String>> documented() {
        List<Set<String>> documented = new ArrayList<>();
        for (Alternative alternative : alternatives()) {
            if (alternative.isDocumented()) {
                documented.add(alternative.roles());
            }
        }
        return documented;
    }

    private Set<String> counting(Set<String> roles) {
        if (!beyondBasic || !roles.contains(BASIC)) {
            return roles;
        }
        Set<String> counting = new LinkedHashSet<>(roles);
        counting.remove(BASIC);
        return counting;
    }

    private static boolean isBeyondBasic(ScimUrl url) {
        String text = url.parameter("filter").map(ScimUrl.Parameter::value).orElse("");
        Filter filter = text.isBlank() ? null : FilterParser.parse(text).valid();
        return filter != null && !isBasic(FilterRules.load(), filter);
    }

    private static boolean isBasic(FilterRules rules, Filter filter) {
        if (filter instanceof Filter.And and) {
            return and.terms().stream().allMatch(term -> isBasic(rules, term));
        }
        if (filter instanceof Filter.Not not) {
            return isBasic(rules, not.inner());
        }
        FilterRule rule = filter instanceof Filter.Comparison comparison
                ? rules.rule(ResourceKind.USERS, comparison.attribute())
                : null;
        return rule != null && rule.basicProfile();
    }
}
