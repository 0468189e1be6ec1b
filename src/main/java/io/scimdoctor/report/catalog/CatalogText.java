package io.scimdoctor.report.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.catalog.Condition;
import io.scimdoctor.catalog.Explanation;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalogue for a reader. */
public final class CatalogText {
    private final TextPage page;

    public CatalogText(Appendable out, Style style) {
        page = new TextPage(out, style);
    }

    /** A list, one condition a line. */
    public void list(List<Condition> conditions) throws IOException {
        int widest = 0;
        for (Condition condition : conditions) {
            widest = Math.max(widest, condition.id().length());
        }
        for (Condition condition : conditions) {
            String id = TextPage.pad(condition.id(), widest + 2);
            String statuses = condition.statuses().isEmpty() ? "" : " (" + statuses(condition) + ")";
            page.wrapped(page.style().bold(id), " ".repeat(widest + 2), condition.title() + statuses);
        }
        page.blank();
        page.line(conditions.size() + " conditions. scimdoctor explain ID opens one.");
    }

    /** One condition, whole. */
    public void open(Condition condition, Explanation texts) throws IOException {
        page.wrapped(page.style().bold(condition.id()) + "  ", "  ", condition.title() + ".");
        String error = condition.statuses().isEmpty()
                ? condition.error(null)
                : condition.error(condition.statuses().get(0));
        String status = condition.statuses().isEmpty() ? "no HTTP answer" : "HTTP " + statuses(condition);
        page.line("  " + status + ", " + error + ", "
                + condition.severity().slug() + ", "
                + condition.confidence().slug());
        page.blank();
        page.wrapped("Cause    ", texts.cause());
        bullets("Symptoms ", texts.symptoms());
        page.wrapped("Owner    ", condition.owner().person());
        page.steps("Steps    ", texts.steps());
        for (int i = 0; i < texts.confusedWith().size(); i++) {
            Explanation.LookAlike other = texts.confusedWith().get(i);
            page.wrapped((i == 0 ? "Not      " : "         "), "           ", other.id() + ": " + other.tell());
        }
        example(texts.example());
        for (int i = 0; i < texts.links().size(); i++) {
            page.wrapped(i == 0 ? "Read     " : "         ", texts.links().get(i));
        }
        page.wrapped("Basis    ", texts.basis().words());
    }

    private void bullets(String label, List<String> items) throws IOException {
        for (int i = 0; i < items.size(); i++) {
            page.wrapped((i == 0 ? label : "         ") + page.style().bullet() + " ", items.get(i));
        }
    }

    private void example(@Nullable JsonNode example) throws IOException {
        if (example == null) {
            return;
        }
        JsonNode request = example.path("request");
        page.wrapped(
                "Example  ",
                request.path("method").asText() + " " + request.path("url").asText());
        page.line("         HTTP " + example.path("status").asText());
        String body = example.path("body").asText("");
        for (String line : body.split("\n")) {
            if (!line.isBlank()) {
                page.wrapped("         ", line.strip());
            }
        }
    }

    private static String statuses(Condition condition) {
        StringBuilder text = new StringBuilder();
        for (int status : condition.statuses()) {
            text.append(text.length() == 0 ? "" : ", ").append(status);
        }
        return text.toString();
    }
}
