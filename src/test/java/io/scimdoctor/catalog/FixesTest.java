package io.scimdoctor.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.FailedRequest;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.FixCommand;
import io.scimdoctor.finding.Told;
import io.scimdoctor.json.Resource;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that mend a finding: right ids, no guessed ones, and words that shells can parse. */
final class FixesTest {
    private static final JsonNode FIXES = Resource.json(Fixes.class, "fixes.json");
    private static final String APPLICATION = "5c1d0c70-aaaa-4bbb-8ccc-ddddeeeeffff";

    @Test
    void a_missing_role_is_added_by_the_guid_of_its_application_permission() {
        List<FixCommand> commands =
                Fixes.of(missing("User.Read.All and Group.Read.All", "https://graph.microsoft.com"));

        assertThat(commands.get(0).text())
                .isEqualTo("az ad app permission add --id " + APPLICATION
                        + " --api 00000003-0000-0000-c000-000000000000 --api-permissions"
                        + " df021288-bdef-4463-88db-98f22de89214=Role 5b567255-7703-4780-807c-7be8301ae99b=Role");
        assertThat(commands).extracting(FixCommand::step).isSorted();
    }

    @Test
    void a_role_without_a_known_guid_or_in_a_national_cloud_is_looked_up() {
        List<FixCommand> unknown = Fixes.of(missing("Strange.Role", "https://graph.microsoft.com"));
        List<FixCommand> national = Fixes.of(missing("User.Read.All", "https://graph.microsoft.us"));

        assertThat(unknown.get(0).text()).contains("appRoles[?value=='Strange.Role'");
        assertThat(national.get(0).text()).contains("appRoles[?value=='User.Read.All'");
        assertThat(national).noneMatch(command -> command.text().contains("df021288"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(touch /tmp/x)", "a; rm -rf b", "'quoted'", "`id`", "a b"})
    void a_value_that_a_shell_could_take_for_more_than_a_word_stands_in_no_command(String hostile) {
        Finding finding = Catalog.load()
                .finding(
                        "permission-missing",
                        List.of(
                                new Evidence("token application", hostile),
                                new Evidence("least missing role", hostile)));

        assertThat(Fixes.of(finding))
                .isNotEmpty()
                .noneMatch(command -> command.text().contains(hostile));
    }

    @Test
    void each_command_is_for_a_step_of_a_condition_and_each_guid_has_a_source() {
        Catalog catalog = Catalog.load();
        for (JsonNode row : FIXES) {
            for (JsonNode id : row.path("conditions")) {
                Condition condition = catalog.find(id.asText()).orElseThrow();
                assertThat(row.path("step").asInt())
                        .isBetween(1, catalog.explain(condition).steps().size());
            }
            assertThat(row.path("basis").path("source").asText()).isNotBlank();
        }
        for (JsonNode role : Resource.json(Fixes.class, "roles.json")) {
            assertThat(role.path("source").asText()).isNotBlank();
            assertThat(role.path("id").asText()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "dash"})
    void the_shells_parse_every_command(String shell) throws IOException, InterruptedException {
        assumeTrue(new File("/bin/" + shell).canExecute(), shell + " is not here");
        Set<String> ids = new TreeSet<>();
        FIXES.forEach(row -> row.path("conditions").forEach(id -> ids.add(id.asText())));

        for (String id : ids) {
            Finding finding = Catalog.load().finding(id, List.of(new Evidence("token application", APPLICATION)));
            for (FixCommand command : Fixes.of(finding)) {
                if (Set.of("az", "curl", "scimdoctor").contains(command.tool())) {
                    Process process = new ProcessBuilder(shell, "-n")
                            .redirectErrorStream(true)
                            .start();
                    process.getOutputStream().write(command.text().getBytes(StandardCharsets.UTF_8));
                    process.getOutputStream().close();
                    assertThat(process.waitFor()).as(command.text()).isZero();
                }
                assertThat(command.text()).doesNotContain("{{").doesNotContain("}}");
            }
        }
    }

    @Test
    void steps_read_well_with_what_is_known_and_without_it() {
        assertThat(missing("User.Read.All", "https://graph.microsoft.com")
                        .steps(Audience.SEEN)
                        .get(0))
                .isEqualTo("Add User.Read.All (Microsoft Graph, application permission) to the app registration "
                        + APPLICATION + ".");
        assertThat(Catalog.load()
                        .finding("permission-missing", List.of())
                        .steps(Audience.SEEN)
                        .get(0))
                .startsWith("Find the least role with")
                .endsWith("to the app registration.");
    }

    private static Finding missing(String roles, String host) {
        return Catalog.load()
                .finding(
                        "permission-missing",
                        List.of(
                                new Evidence("token application", APPLICATION),
                                new Evidence("least missing role", roles)))
                .at(new FailedRequest("GET", Told.own(host + "/rp/scim/users"), 403, null));
    }
}
