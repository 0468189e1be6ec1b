package io.scimdoctor.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One schema of this API.
 *
 * @param id its URN
 * @param resource the Schema resource as the API would return it
 */
public record Schema(String id, String name, List<SchemaAttribute> attributes, JsonNode resource) {
    /** The attribute of that name, without regard to case, or null. */
    public @Nullable SchemaAttribute attribute(String name) {
        return SchemaAttribute.named(attributes, name);
    }
}
