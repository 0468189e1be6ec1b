package io.scimdoctor.report.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.Growth;
import io.scimdoctor.finding.Basis;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.FixCommand;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Severity;
import io.scimdoctor.finding.Status;
import io.scimdoctor.report.format.Style;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the same blocks become as lines, as Markdown and as a web page. */
final class BlockWritersTest {
    private static final String PIPED =
            "printf 'header = \"%s\"' x | curl -K - https://graph.microsoft.com/rp/scim/users";
    private static final String PATH = "Entra ID > App registrations > 5c1d0c70-aaaa-4bbb-8ccc-ddddeeeeffff"
            + " > Certificates & secrets > Client secrets > New client secret";

    private static BlockPage page(Block... blocks) {
        return BlockPage.of("A page", false, List.of(blocks));
    }

    private static String markdown(Block... blocks) {
        return BlockMarkdown.of(page(blocks), 2);
    }

    private static String html(Block... blocks) {
        return BlockHtml.of(page(blocks));
    }

    private static Block steps(String tool, String command) {
        return new Block.Steps(List.of("Do it."), List.of(new FixCommand(tool, command, 1)));
    }

    private static Block note() {
        Finding finding = new Finding(
                "token-lifetime-unusual",
                "Unknown",
                null,
                Severity.INFO,
                Confidence.CERTAIN,
                Owner.CALLER,
                "Unusual",
                "So",
                List.of(),
                List.of(),
                List.of(),
                new Basis(Basis.Kind.INFERRED, "none", "2026"),
                null);
        return FindingBlocks.of(finding, Style.PLAIN.audience());
    }

    @Test
    void only_an_address_of_our_own_becomes_a_link() {
        String address = "https://a.example/x?y";
        Block heard = new Block.Bullets(List.of(address + "> ![x](https://b.example)"));
        Block ours = Block.Bullets.links(List.of(address));

        assertThat(html(heard)).doesNotContain("<a href=\"https");
        assertThat(markdown(heard)).contains("`https://a.example/x?y>` `![x](https://b.example)`");
        assertThat(markdown(new Block.Table("T", List.of("a"), List.of(List.of("https://a.example/|b")))))
                .contains("a.example/\\|b");
        assertThat(html(ours)).contains("<a href=\"" + address + "\"");
        assertThat(markdown(ours)).contains("- <" + address + ">");
    }

    @Test
    void twice_as_many_facts_take_twice_the_time() throws IOException {
        double growth = Growth.of(2_000, 50_000_000L, 2.9, size -> {
            List<String> names = Collections.nCopies(size, "name");
            assertThat(Block.Facts.of(names, name -> name, name -> name).facts())
                    .hasSize(size);
        });

        assertThat(growth).isLessThan(2.9);
    }

    @Test
    void a_web_page_parts_no_date_no_finding_and_no_amount() {
        String page = html(new Block.Table(
                "T", List.of("a", "b"), List.of(List.of("2026-11-29T23:54:39Z", "8 ms, -o short: token-expired"))));

        assertThat(page)
                .contains("<code><span>2026-11-29T23</span>:54:39Z</code>")
                .contains("<td><span>8 ms</span>, <span>-o</span> short: <span>token-expired</span></td>")
                .contains("span { white-space: nowrap; }");
        assertThat(html(new Block.Paragraph("5c1d0c70-1111-4222-8333-444455556666 & 8 mss <a-b>")))
                .contains("<p>5c1d0c70-1111-4222-8333-444455556666 &amp; 8 mss &lt;<span>a-b</span>&gt;</p>");
    }

    @Test
    void a_command_of_a_step_is_copied_as_it_is() {
        assertThat(markdown(steps("curl", PIPED))).contains("   - curl: `" + PIPED + "`\n");
    }

    @Test
    void a_command_is_one_line_of_text_and_a_path_of_the_portal_is_wrapped() {
        String long1 = "az ad app " + "x".repeat(60) + " " + "y".repeat(60);

        assertThat(BlockText.of(page(steps("az", long1)), Style.PLAIN)).contains("   " + long1 + "\n");
        assertThat(BlockText.of(page(steps("portal", PATH)), Style.PLAIN).lines())
                .allMatch(line -> line.length() <= 80)
                .anyMatch(line -> line.startsWith("   Entra ID > App registrations > 5c1d0c70"))
                .anyMatch(line -> line.startsWith("   ") && line.endsWith("New client secret"));
    }

    @Test
    void what_only_tells_is_called_a_note() {
        assertThat(markdown(note())).contains("### NOTE: Unusual (`token-lifetime-unusual`)\n");
        assertThat(html(note())).contains("<span class=\"badge unknown\">NOTE</span> Unusual");
    }

    @Test
    void a_status_that_is_not_known_keeps_its_name() {
        BlockPage page = new BlockPage("A page", null, Status.UNKNOWN, false, List.of());

        assertThat(BlockMarkdown.of(page, 2)).startsWith("## UNKNOWN: A page");
        assertThat(BlockHtml.of(page)).contains("<h1><span class=\"badge unknown\">UNKNOWN</span> A page");
    }

    @Test
    void an_error_without_a_name_gets_no_row() {
        assertThat(markdown(note())).contains("**Cause:** So").doesNotContain("Unknown");
        assertThat(html(note())).contains("<dt>Cause</dt>").doesNotContain("Unknown");
    }

    @Test
    void only_an_address_is_code_and_not_what_is_said_of_it() {
        Block facts = Block.Facts.NONE
                .and("aud", "api://x  (audience: the API_s own)")
                .and("Call", "POST https://h.example/a_b, answered 200.");

        assertThat(markdown(facts))
                .contains("- **aud:** `api://x`  (audience: the API\\_s own)\n")
                .contains("- **Call:** POST `https://h.example/a_b`, answered 200.\n");
    }

    @Test
    void lines_that_belong_below_each_other_are_not_wrapped_and_commands_are() {
        String page = html(new Block.Code("where", "", "| ab\n|  ^"), new Block.Code("how", "sh", "curl"));

        assertThat(page)
                .contains("<pre class=\"aligned\" tabindex=\"0\"><code>| ab\n|  ^</code>")
                .contains("<pre tabindex=\"0\"><code>curl</code>")
                .contains("pre.aligned { white-space: pre; }");
    }

    @Test
    void a_table_scrolls_in_its_own_box_and_breaks_no_word() {
        assertThat(html(new Block.Table("T", List.of("Finding"), List.of(List.of("x")))))
                .contains("<div class=\"scroll\" tabindex=\"0\"", ".scroll { overflow-x: auto;")
                .containsPattern("\ntable \\{[^}]*overflow-wrap: normal; }");
    }
}
