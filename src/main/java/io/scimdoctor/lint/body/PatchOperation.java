package io.scimdoctor.lint.body;

import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.scim.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a PATCH body.
 *
 * @param op add, remove or replace
 * @param whole the operation's own object
 * @param path the path as a JSON string, or null without one
 * @param value the value, or null without one
 */
record PatchOperation(
        String op,
        JsonValue whole,
        @Nullable JsonValue path,
        @Nullable JsonValue value) {

    static PatchOperation of(String op, JsonValue whole) {
        JsonValue path = whole.get("path");
        return new PatchOperation(op, whole, path == null || path.isEmpty() ? null : path, whole.get("value"));
    }

    boolean isRemove() {
        return op.equals("remove");
    }

    /** The path without a core schema's URN, or an empty text. */
    String pathText() {
        return path == null ? "" : Attributes.withoutCoreUrn(path.text());
    }

    /** Where the path stands, or the operation without one. */
    Place pathPlace() {
        return path == null ? whole.opening() : path.place();
    }

    /** Where the value stands, or the operation without one. */
    Place valuePlace() {
        return value == null ? whole.opening() : value.place();
    }
}
