package io.scimdoctor.cli;

import io.scimdoctor.finding.Verdict;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.Documents;
import io.scimdoctor.scim.Cloud;
import java.util.List;
import java.util.Locale;

/** Small things that several commands say in the same words. */
final class Target {
    static final List<String> CLOUDS = List.of("global", "usgov", "usgov-dod", "china");

    private Target() {}

    /** @throws UsageError for a cloud that does not exist */
    static Cloud cloud(String slug) {
        for (Cloud cloud : Cloud.values()) {
            if (cloud.slug().equals(slug.toLowerCase(Locale.ROOT))) {
                return cloud;
            }
        }
        throw new UsageError(
                "there is no cloud '" + Redactor.typed(slug) + "'", "choose one of " + String.join(", ", CLOUDS));
    }

    /** The whole result in one line. */
    static String shortLine(Verdict verdict) {
        String id = verdict.id() == null ? "healthy" : verdict.id();
        String owner = verdict.owner() == null ? "" : " (" + verdict.owner().slug() + ")";
        return Documents.lower(verdict.status()) + " " + id + ": " + verdict.title() + owner + "\n";
    }
}
