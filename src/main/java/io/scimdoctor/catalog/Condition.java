package io.scimdoctor.catalog;

import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the catalogue, without its long texts.
 *
 * @param id the finding's id, never renamed or reused
 * @param errors the name in Microsoft's table by status, where it does not follow from the status; 0 stands for any
 * @param statuses the HTTP statuses it is seen with; empty when no answer shows it
 */
public record Condition(
        String id,
        String title,
        Map<Integer, String> errors,
        Severity severity,
        Confidence confidence,
        Owner owner,
        List<Integer> statuses) {
    /** The key of an error name that holds whatever the status. */
    static final int ANY_STATUS = 0;

    public Condition {
        errors = Map.copyOf(errors);
        statuses = List.copyOf(statuses);
    }

    /**
     * The name in Microsoft's error table for this condition when an answer of that status shows it. Source: "SCIM API error
     * code reference", Troubleshoot SCIM API errors (2026-03-31), and neighbours of our own for what the table leaves out.
     */
    public String error(@Nullable Integer status) {
        int known = status == null || status < 300 ? usual() : status;
        String own = errors.getOrDefault(known, errors.get(ANY_STATUS));
        return own == null ? ofStatus(known) : own;
    }

    /** The one status that comes with this condition; an answer pasted without its status bears its name. */
    private int usual() {
        return statuses.size() == 1 ? statuses.get(0) : ANY_STATUS;
    }

    private static String ofStatus(int status) {
        return switch (status) {
            case 400 -> "BadRequest";
            case 401 -> "InvalidAuthenticationToken";
            case 403 -> "InsufficientPrivileges";
            case 404 -> "ResourceNotFound";
            case 405 -> "MethodNotAllowed";
            case 407 -> "ProxyAuthRequired";
            case 409 -> "Conflict";
            case 415 -> "UnsupportedMediaType";
            case 429 -> "TooManyRequests";
            case 500 -> "InternalServerException";
            case 502 -> "BadGateway";
            case 503 -> "ServiceUnavailable";
            case 504 -> "GatewayTimeout";
            default -> "Unknown";
        };
    }
}
