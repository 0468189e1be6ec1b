package io.scimdoctor.permission;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.finding.Basis;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Which application roles are enough for each operation; both generations of the documentation count. */
public final class PermissionMatrix {
    private static final String RESOURCE = "permissions.json";

    private final List<PermissionRow> rows;

    private PermissionMatrix(List<PermissionRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Reads the matrix that ships with the program. */
    public static PermissionMatrix load() {
        try (InputStream input =
                Objects.requireNonNull(PermissionMatrix.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            JsonNode document = Json.read(new String(input.readAllBytes(), StandardCharsets.UTF_8));
            List<PermissionRow> rows = new ArrayList<>();
            document.path("rows").forEach(row -> rows.add(row(row)));
            return new PermissionMatrix(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every row, in the file's order. */
    public List<PermissionRow> rows() {
        return rows;
    }

    /** How well a set of roles serves an operation. */
    public Verdict verdict(Operation operation, Set<String> roles) {
        Verdict verdict = Verdict.DENIED;
        for (PermissionRow row : rows) {
            if (row.operation() == operation && row.anyOf().stream().anyMatch(roles::containsAll)) {
                if (row.standing() == Verdict.ALLOWED) {
                    return Verdict.ALLOWED;
                }
                verdict = row.standing();
            }
        }
        return verdict;
    }

    /** Whether a set of roles is enough, be it documented or only probable. */
    public boolean allows(Operation operation, Set<String> roles) {
        return verdict(operation, roles) != Verdict.DENIED;
    }

    /** The documented sets of roles, of which one is enough, least privileged first. */
    public List<Set<String>> alternatives(Operation operation) {
        Set<Set<String>> alternatives = new LinkedHashSet<>();
        for (PermissionRow row : rows) {
            if (row.operation() == operation && row.standing() == Verdict.ALLOWED) {
                alternatives.addAll(row.anyOf());
            }
        }
        return List.copyOf(alternatives);
    }

    /** The fewest roles that are still lacking, the least privileged of them on a tie; empty when nothing is. */
    public Set<String> leastMissing(Operation operation, Set<String> roles) {
        if (allows(operation, roles)) {
            return Set.of();
        }
        Set<String> least = Set.of();
        for (Set<String> alternative : alternatives(operation)) {
            Set<String> missing = new TreeSet<>(alternative);
            missing.removeAll(roles);
            if (least.isEmpty() || missing.size() < least.size()) {
                least = missing;
            }
        }
        return least;
    }

    private static PermissionRow row(JsonNode row) {
        List<Set<String>> anyOf = new ArrayList<>();
        for (JsonNode alternative : row.path("anyOf")) {
            Set<String> roles = new TreeSet<>();
            alternative.forEach(role -> roles.add(role.asText()));
            anyOf.add(Collections.unmodifiableSet(roles));
        }
        JsonNode basis = row.path("basis");
        return new PermissionRow(
                Operation.valueOf(row.path("operation").asText()),
                anyOf,
                Verdict.valueOf(row.path("standing").asText().toUpperCase(Locale.ROOT)),
                new Basis(
                        Basis.Kind.valueOf(basis.path("kind").asText().toUpperCase(Locale.ROOT)),
                        basis.path("source").asText(),
                        basis.path("date").asText()));
    }
}
