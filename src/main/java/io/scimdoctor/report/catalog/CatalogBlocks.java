package io.scimdoctor.report.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.Condition;
import io.scimdoctor.catalog.Explanation;
import io.scimdoctor.catalog.Fixes;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.FixCommand;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.Block.Facts;
import io.scimdoctor.report.block.BlockPage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalogue for a reader. */
public final class CatalogBlocks {
    /** So many are told with their facts. */
    private static final int FEW = 4;

    private CatalogBlocks() {}

    /** Those that a person asked for by so many words: one whole, a few side by side, more in a list. */
    public static BlockPage of(List<Condition> conditions, int words, Catalog catalog) {
        if (conditions.size() == 1) {
            Condition only = conditions.get(0);
            return BlockPage.of(only.id() + "  " + only.title() + ".", false, List.of(facts(only, catalog)));
        }
        return words > 1 && conditions.size() <= FEW
                ? BlockPage.of("", false, compared(conditions, catalog))
                : list(conditions, words == 0 ? null : catalog);
    }

    /** A list of conditions, and where a catalogue is given what is seen of each first. */
    private static BlockPage list(List<Condition> conditions, @Nullable Catalog signs) {
        Facts list = Facts.NONE;
        for (Condition condition : conditions) {
            String statuses = condition.statuses().isEmpty() ? "" : " (" + condition.statusList() + ")";
            String sign = signs == null
                    ? ""
                    : ". " + signs.explain(condition).symptoms().get(0);
            list = list.and(condition.id(), condition.title() + statuses + sign);
        }
        Block end = new Block.Paragraph(conditions.size() + " conditions. scimdoctor explain ID opens one.");
        return BlockPage.of("", false, List.of(list, new Block.Paragraph(""), end));
    }

    /** How each is seen, what tells it from the others, and what its owner does first. */
    private static List<Block> compared(List<Condition> few, Catalog catalog) {
        List<String> ids = few.stream().map(Condition::id).toList();
        List<Block> blocks = new ArrayList<>();
        for (Condition condition : few) {
            Explanation texts = catalog.explain(condition);
            Facts facts = Facts.NONE
                    .and("Seen as", seen(condition))
                    .and("Cause", texts.cause())
                    .and("Sign", texts.symptoms().get(0));
            for (Explanation.LookAlike other : texts.confusedWith()) {
                facts = ids.contains(other.id()) ? facts.and("Not " + other.id(), other.tell()) : facts;
            }
            facts = facts.and("Owner", condition.owner().person())
                    .and("First", texts.steps().get(0));
            blocks.add(new Block.Section(condition.title(), condition.id(), null, List.of(facts)));
        }
        blocks.add(new Block.Paragraph(few.size() + " conditions. scimdoctor explain ID opens one."));
        return blocks;
    }

    /** All that is known of a condition. */
    public static Facts facts(Condition condition, Catalog catalog) {
        Explanation texts = catalog.explain(condition);
        List<FixCommand> commands = Fixes.of(catalog.finding(condition.id(), List.of()), Audience.HANDED_ON);
        Facts facts = Facts.NONE
                .and("Seen as", seen(condition))
                .and("Cause", texts.cause())
                .and("Symptoms", new Block.Bullets(texts.symptoms()))
                .and("Owner", condition.owner().person())
                .and("Steps", new Block.Steps(texts.steps(), commands));
        List<String> others = new ArrayList<>();
        for (Explanation.LookAlike other : texts.confusedWith()) {
            others.add(other.id() + ": " + other.tell());
        }
        facts = facts.and("Not", new Block.Bullets(others));
        JsonNode example = texts.example();
        if (example != null) {
            JsonNode request = example.path("request");
            facts = facts.and(
                    "Example",
                    List.of(
                            new Block.Paragraph(request.path("method").asText() + " "
                                    + request.path("url").asText()),
                            new Block.Paragraph("HTTP " + example.path("status").asInt()),
                            new Block.Paragraph(example.path("body").asText("").strip())));
        }
        return facts.and("Read", Block.Bullets.links(texts.links()))
                .and("Basis", texts.basis().words());
    }

    private static String seen(Condition condition) {
        return (condition.statuses().isEmpty() ? "no HTTP answer" : "HTTP " + condition.statusList()) + ", "
                + condition.error(null) + ", "
                + condition.severity().slug() + ", " + condition.confidence().slug();
    }
}
