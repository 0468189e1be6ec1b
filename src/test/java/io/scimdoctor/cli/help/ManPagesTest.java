package io.scimdoctor.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.Needs;
import io.scimdoctor.cli.CommandWords;
import io.scimdoctor.cli.packaging.ToolRun;
import io.scimdoctor.manual.CommandEntry;
import io.scimdoctor.manual.ManPages;
import io.scimdoctor.manual.OptionEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The man pages, as the tools that show them read them. */
final class ManPagesTest {
    private static final int WIDTH = 80;

    private static final Path COMMITTED = Path.of("packaging", "man1");

    @TempDir
    private Path folder;

    @Test
    void the_committed_pages_are_the_generated_ones() throws IOException {
        Map<String, String> pages = new ManPages(CommandWords.program()).all();

        if (Boolean.getBoolean("golden.update")) {
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.writeString(COMMITTED.resolve(page.getKey()), page.getValue());
            }
        }
        assertThat(COMMITTED.toFile().list()).containsExactlyInAnyOrderElementsOf(pages.keySet());
        for (Map.Entry<String, String> page : pages.entrySet()) {
            assertThat(page.getValue())
                    .as("%s; -Dgolden.update=true writes it anew", page.getKey())
                    .isEqualTo(Files.readString(COMMITTED.resolve(page.getKey())));
        }
    }

    @Test
    void every_option_is_described_in_the_page_of_its_command() {
        ManPages pages = new ManPages(CommandWords.program());
        for (CommandEntry command : CommandWords.program().commands()) {
            String page = pages.page(command).replace("\\-", "-");
            for (OptionEntry option : command.options()) {
                assertThat(option.description()).as(option.name()).isNotBlank();
                assertThat(page).contains(String.join(", ", option.names()) + option.assignment() + "\\fR\n");
            }
            assertThat(page).contains(".SH NAME", ".SH SYNOPSIS", ".SH DESCRIPTION", ".SH OPTIONS", ".SH EXIT STATUS");
            assertThat(page).contains(".SH FILES", ".SH SEE ALSO");
        }
    }

    @Test
    void the_page_of_a_group_lists_its_commands() {
        String page = new ManPages(CommandWords.program()).group("runs").replace("\\-", "-");

        assertThat(page)
                .contains(
                        "scimdoctor-runs - recorded runs",
                        "runs list\\fR",
                        "runs purge\\fR",
                        "scimdoctor-runs-show(1)");
    }

    @Test
    void mandoc_finds_nothing_to_say() throws Exception {
        Needs.tool("mandoc");

        for (Path page : pages()) {
            assertThat(ToolRun.of("mandoc", "-T", "lint", "-W", "warning", page.toString())
                            .output())
                    .isEmpty();
        }
    }

    @Test
    void no_line_is_wider_than_80_columns() throws Exception {
        Needs.tool("mandoc");

        for (Path page : pages()) {
            String shown = ToolRun.of("mandoc", "-T", "utf8", "-O", "width=" + WIDTH, page.toString())
                    .output()
                    .replaceAll(".\b", "");
            assertThat(shown.lines()).as(page.toString()).allMatch(line -> line.length() <= WIDTH);
        }
    }

    /** The pages as they are installed. */
    private List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String name : new TreeSet<>(List.of(COMMITTED.toFile().list()))) {
            String page = Files.readString(COMMITTED.resolve(name));
            String filled = page.replace("@release.date@", "2026-11-23").replace("@project.version@", "0.1.0");
            pages.add(Files.writeString(folder.resolve(name), filled));
        }
        return pages;
    }
}
