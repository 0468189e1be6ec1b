package io.scimdoctor.permission;

import io.scimdoctor.finding.Basis;
import java.util.List;
import java.util.Set;

/**
 * One line of the matrix: the sets of roles, of which one is enough, in one edition of the documentation.
 *
 * @param anyOf least privileged first
 * @param standing allowed, or probable for what the documentation does not list
 */
public record PermissionRow(Operation operation, List<Set<String>> anyOf, Verdict standing, Basis basis) {
    public PermissionRow {
        anyOf = List.copyOf(anyOf);
    }
}
