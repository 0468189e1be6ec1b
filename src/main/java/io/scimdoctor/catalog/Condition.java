package io.scimdoctor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Severity;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A row of the catalogue, without its long texts.
 *
 * @param id the finding's id, never renamed or reused
 * @param errors the name in Microsoft's table, or one by status, where it does not follow from the status
 * @param statuses the HTTP statuses it is seen with, the usual one first; empty when no answer shows it
 */
public record Condition(
        String id,
        String title,
        JsonNode errors,
        Severity severity,
        Confidence confidence,
        Owner owner,
        List<Integer> statuses) {
    /**
     * The name in Microsoft's error table for this condition when an answer of that status shows it. Source: "SCIM API error
     * code reference", Troubleshoot SCIM API errors (2026-03-31), and neighbours of our own for what the table leaves out.
     */
    public String error(@Nullable Integer status) {
        // What was pasted without a status, or never sent, bears the name of the usual answer.
        int usual = statuses.isEmpty() ? 0 : statuses.get(0);
        int known = status == null || status < 300 ? usual : status;
        JsonNode own = errors.isObject() ? errors.path(Integer.toString(known)) : errors;
        return own.asText(ofStatus(known));
    }

    /** The statuses for a reader. */
    public String statusList() {
        StringJoiner list = new StringJoiner(", ");
        for (int status : statuses) {
            list.add(Integer.toString(status));
        }
        return list.toString();
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
