package io.scimdoctor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Basis;
import io.scimdoctor.finding.Blanks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The long texts of a row: what `explain` prints and what a finding carries.
 *
 * @param remedy what to do, with blanks for what the evidence of a case knows
 * @param example a request and the answer that shows the condition, or null when no answer does
 */
public record Explanation(
        String cause,
        List<String> symptoms,
        List<String> remedy,
        List<String> links,
        Basis basis,
        @Nullable JsonNode example,
        List<LookAlike> confusedWith) {
    /** A condition that looks the same at first sight, and how to tell the two apart. */
    public record LookAlike(String id, String tell) {}

    /** What to do where nothing of a case is known. */
    public List<String> steps() {
        return Blanks.filled(remedy, List.of(), Audience.HANDED_ON);
    }
}
