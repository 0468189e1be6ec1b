package io.scimdoctor.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.finding.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lint of long texts and of several bodies: what is shown of them, and what is corrected. */
final class LintManyTest {
    private static final String USER = "{\"userName\":\"a\",\"active\":\"true\"}\n";

    @ParameterizedTest
    @ValueSource(strings = {"'%s'", "\"%s\"", "%%27%s%%27", "%%22%s%%22"})
    void a_plus_within_quotes_is_left_to_its_author(String quoted) {
        String filter = "?count=2&filter=userName+eq+" + quoted.formatted("anna+test@contoso.example");
        CommandRun run = CommandRun.of("lint", "query", filter, "--fix");

        assertThat(run.out())
                .contains("a bare + inside a value", "userName%20eq%20")
                .doesNotContain("anna%20test", "anna test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "html", "markdown"})
    void the_line_of_an_early_finding_is_shown_behind_a_long_text(String format) {
        String entra = "urn:ietf:params:scim:schemas:extension:Microsoft:Entra:2.0:User";
        String good = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\",\"" + entra
                + "\"],\"userName\":\"u@contoso.example\",\"displayName\":\"d\",\"active\":true,"
                + "\"name\":{\"givenName\":\"a\",\"familyName\":\"b\"},\"password\":\"Xx12345678!\",\"" + entra
                + "\":{\"mailNickname\":\"n\"}}\n";
        CommandRun run = CommandRun.with()
                .in(good.replace("true", "\"true\"") + good.repeat(4_000))
                .run("lint", "user", "-o", format);

        assertThat(run.out()).contains("^^^^^^").contains("1 error, 0 warnings, 0 notes");
    }

    @Test
    void a_page_holds_each_finding_where_all_are_asked_for() {
        CommandRun page = CommandRun.with().in(USER.repeat(600)).run("lint", "user", "-v", "-o", "html");

        assertThat(page.out().split("value-type", -1)).hasSizeGreaterThan(600);
        assertThat(page.out()).doesNotContain("lists them", "tell each");
    }

    @Test
    void errors_that_do_not_count_are_no_pass() {
        CommandRun page = CommandRun.with().in(USER).run("lint", "user", "--fail-on", "never", "-o", "markdown");

        assertThat(page.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(page.out()).startsWith("## FAIL: ");
    }

    @Test
    void several_bodies_are_corrected_in_one_text() {
        CommandRun run = CommandRun.with().in(USER.repeat(3)).run("lint", "user", "--fix");

        assertThat(run.out().split("Corrected", -1)).hasSize(2);
        assertThat(run.out().split("\"active\":true", -1)).hasSize(4);
    }

    @Test
    void a_line_of_which_much_has_gone_by_shows_no_part_of_a_value() {
        StringBuilder users = new StringBuilder("[");
        for (int i = 0; i < 300; i++) {
            users.append("{\"title\":\"").append("x".repeat(i % 7)).append(" Grant, Page,".repeat(320));
            users.append("\",\"active\":\"true\"},");
        }
        CommandRun run = CommandRun.with().in(users + "{}]").run("lint", "user", "-o", "json");

        assertThat(run.out()).contains("\"excerpt\"");
        assertThat(run.out().contains("Grant") || run.out().contains("Page")).isFalse();
    }
}
