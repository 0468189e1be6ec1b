package io.scimdoctor.scim;

import io.scimdoctor.finding.Basis;
import java.util.Set;

/**
 * One attribute that this API can filter on.
 *
 * @param attribute the exact spelling, fully qualified where the API asks for it
 * @param operators the operators it takes
 * @param value what stands on the right side
 * @param negatable the operators that {@code not(…)} may wrap
 * @param alone whether it must be the only clause
 * @param basicProfile whether {@code User.ReadBasic.All} alone is enough for it
 */
public record FilterRule(
        String attribute,
        Set<Filter.Operator> operators,
        Value value,
        Set<Filter.Operator> negatable,
        boolean alone,
        boolean basicProfile,
        Basis basis) {
    /** The form of a value. */
    public enum Value {
        STRING,
        GUID,
        BOOLEAN
    }
}
