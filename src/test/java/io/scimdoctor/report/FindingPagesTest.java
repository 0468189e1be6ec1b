package io.scimdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.catalog.Condition;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.BlockMarkdown;
import io.scimdoctor.report.block.BlockPage;
import io.scimdoctor.report.catalog.CatalogBlocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A page for each finding, so that people who search for the service's sentence find it; {@code -Dgolden.update=true} writes
 * them anew.
 */
final class FindingPagesTest {
    private static final Path FOLDER = Path.of("src", "site", "markdown", "findings");

    private final Catalog catalog = Catalog.load();

    private String page(Condition condition) {
        List<Block> blocks = List.of(
                new Block.Paragraph("scimdoctor calls this finding " + condition.id() + "; scimdoctor explain "
                        + condition.id() + " shows the same."),
                CatalogBlocks.facts(condition, catalog));
        return BlockMarkdown.of(BlockPage.of(condition.title(), false, blocks), 1);
    }

    private String index() {
        List<List<String>> rows = catalog.conditions().stream()
                .map(condition -> List.of(
                        condition.id(),
                        condition.statuses().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                        condition.title()))
                .sorted((a, b) -> a.get(0).compareTo(b.get(0)))
                .toList();
        return BlockMarkdown.of(
                BlockPage.of(
                        "Findings",
                        false,
                        List.of(
                                new Block.Paragraph("Each has a page of its own, which bears its id."),
                                new Block.Table("Findings", List.of("Id", "Status", "Title"), rows))),
                1);
    }

    @Test
    void each_finding_has_a_page_that_says_what_the_catalogue_says() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        pages.put("index.md", index());
        catalog.conditions().forEach(condition -> pages.put(condition.id() + ".md", page(condition)));
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, String> entry : pages.entrySet()) {
                Files.writeString(FOLDER.resolve(entry.getKey()), entry.getValue());
            }
        }

        Map<String, String> written = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                written.put(file.getFileName().toString(), Files.readString(file));
            }
        }

        Set<String> stale = new TreeSet<>(written.keySet());
        stale.addAll(pages.keySet());
        stale.removeIf(name -> Objects.equals(written.get(name), pages.get(name)));
        assertThat(stale)
                .as("pages of %s that -Dgolden.update=true writes, or that have no finding any more", FOLDER)
                .isEmpty();
    }
}
