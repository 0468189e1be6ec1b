package io.scimdoctor.permission;

import io.scimdoctor.finding.Basis;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A set of application roles that together may be enough for an operation.
 *
 * @param roles all of them are needed, in the order of the documentation
 * @param standing how sure it is that they are enough
 * @param limit what they do not cover or what speaks against them, as the end of a sentence, or null
 * @param basis where it is written, the newest edition first
 */
public record Alternative(
        Set<String> roles, Standing standing, @Nullable String limit, List<Basis> basis) {
    /** Whether the SCIM or the Microsoft Graph documentation lists it, or it contains what is listed. */
    public boolean isDocumented() {
        return standing == Standing.ALLOWED || standing == Standing.DISPUTED;
    }
}
