package io.scimdoctor.scim;

import io.scimdoctor.exchange.First;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a schema (RFC 7643, section 7).
 *
 * @param mutability readOnly, readWrite, writeOnly or immutable
 * @param returned default or never
 */
public record SchemaAttribute(
        String name,
        String type,
        boolean multiValued,
        String mutability,
        String returned,
        List<SchemaAttribute> subAttributes) {
    /** Whether it never comes back, whatever a request projects. */
    public boolean isNeverReturned() {
        return returned.equals("never");
    }

    /** Whether no request can write it. */
    public boolean isReadOnly() {
        return mutability.equals("readOnly");
    }

    /** The sub-attribute of that name, or null. */
    public @Nullable SchemaAttribute sub(String name) {
        return named(subAttributes, name);
    }

    static @Nullable SchemaAttribute named(List<SchemaAttribute> attributes, String name) {
        return First.of(attributes, attribute -> attribute.name().equalsIgnoreCase(name));
    }
}
