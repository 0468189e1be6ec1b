package io.scimdoctor.permission;

import java.util.List;

/**
 * One line of the matrix: an operation, and every set of roles that may be enough for it.
 *
 * @param alternatives least privileged first; what the documentation does not list comes last
 */
public record PermissionRow(Operation operation, List<Alternative> alternatives) {
    public PermissionRow {
        alternatives = List.copyOf(alternatives);
    }
}
