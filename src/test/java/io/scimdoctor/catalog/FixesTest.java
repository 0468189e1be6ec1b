package io.scimdoctor.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scimdoctor.Needs;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.FailedRequest;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.FixCommand;
import io.scimdoctor.finding.Told;
import io.scimdoctor.json.Resource;
import io.scimdoctor.token.Claims;
import io.scimdoctor.token.TokenExpectation;
import io.scimdoctor.token.TokenReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that mend a finding: right ids, no guessed ones, and words that shells can parse. */
final class FixesTest {
    private static final JsonNode FIXES = Resource.json(Fixes.class, "fixes.json");
    private static final String TENANT = "5c1d0c70-1111-4222-8333-444455556666";
    private static final String IDENTITY = "5c1d0c70-bbbb-4bbb-8ccc-ddddeeeeffff";
    private static final String APPLICATION = "5c1d0c70-aaaa-4bbb-8ccc-ddddeeeeffff";

    @Test
    void a_missing_role_is_added_by_the_guid_of_its_application_permission() {
        List<FixCommand> commands = fixes(missing("User.Read.All and Group.Read.All", "https://graph.microsoft.com"));

        assertThat(commands.get(0).text())
                .isEqualTo("az ad app permission add --id " + APPLICATION
                        + " --api 00000003-0000-0000-c000-000000000000 --api-permissions"
                        + " df021288-bdef-4463-88db-98f22de89214=Role 5b567255-7703-4780-807c-7be8301ae99b=Role");
        assertThat(commands).extracting(FixCommand::step).isSorted();
        assertThat(commands)
                .filteredOn(command -> command.tool().equals("curl") && command.step() == 2)
                .singleElement()
                .satisfies(command -> assertThat(command.text())
                        .startsWith("for role in df021288-bdef-4463-88db-98f22de89214"
                                + " 5b567255-7703-4780-807c-7be8301ae99b; do "));
    }

    @Test
    void a_role_without_a_known_guid_or_in_a_national_cloud_is_looked_up() {
        List<FixCommand> unknown = fixes(missing("Strange.Role", "https://graph.microsoft.com"));
        List<FixCommand> national = fixes(missing("User.Read.All", "https://graph.microsoft.us"));

        assertThat(unknown.get(0).text()).contains("appRoles[?value=='Strange.Role'");
        assertThat(national.get(0).text()).contains("appRoles[?value=='User.Read.All'");
        assertThat(national).noneMatch(command -> command.text().contains("df021288"));
    }

    @Test
    void commands_go_to_the_cloud_and_the_kind_of_object_of_the_case_and_to_the_role_that_it_needs() {
        Catalog catalog = Catalog.load();
        FailedRequest group = new FailedRequest(
                "GET", Told.own("https://graph.microsoft.us/rp/scim/groups/" + APPLICATION), 404, null);
        List<FixCommand> absent =
                fixes(catalog.finding("object-not-found", List.of()).at(group));
        List<FixCommand> refused =
                fixes(catalog.finding("permission-missing", List.of(new Evidence("least role", "Group.Read.All")))
                        .at(group));

        assertThat(absent)
                .extracting(FixCommand::text)
                .anyMatch(text ->
                        text.contains("https://graph.microsoft.us/v1.0/directory/deletedItems/microsoft.graph.group"))
                .noneMatch(text -> text.contains("user") || text.contains("graph.microsoft.com"));
        assertThat(refused)
                .extracting(FixCommand::text)
                .anyMatch(text -> text.contains("appRoles[?value=='Group.Read.All'"))
                .anyMatch(text -> text.contains("-Environment USGov "))
                .noneMatch(text -> text.contains("User.Read.All") || text.contains("admin-consent"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://graph.microsoft.us, https://sts.windows.net/x/, -Environment USGov ",
        "https://dod-graph.microsoft.us/, https://sts.windows.net/x/, -Environment USGovDoD ",
        "https://microsoftgraph.chinacloudapi.cn, https://sts.chinacloudapi.cn/x/, -Environment China ",
        "00000003-0000-0000-c000-000000000000, https://login.partner.microsoftonline.cn/x/v2.0, -Environment China ",
    })
    void a_token_of_a_national_cloud_gets_no_guid_and_no_command_of_the_global_cloud(
            String audience, String issuer, String environment) {
        Claims token = new Claims(JsonNodeFactory.instance
                .objectNode()
                .put("aud", audience)
                .put("iss", issuer)
                .put("appid", APPLICATION));
        List<Evidence> facts = token.whose();
        facts.add(new Evidence("least missing role", "User.Read.All"));

        assertThat(fixes(Catalog.load().finding("permission-missing", facts)))
                .extracting(FixCommand::text)
                .anyMatch(text -> text.contains("Connect-MgGraph " + environment))
                .anyMatch(text -> text.contains("appRoles[?value=='User.Read.All'"))
                .noneMatch(text -> text.contains("admin-consent")
                        || text.contains("df021288")
                        || text.contains("graph.microsoft.com"));
    }

    @ParameterizedTest
    @CsvSource({
        "graph.microsoft.us, login.microsoftonline.us",
        "dod-graph.microsoft.us, login.microsoftonline.us",
        "microsoftgraph.chinacloudapi.cn, login.partner.microsoftonline.cn",
    })
    void a_secret_goes_to_the_login_host_of_the_cloud_for_which_a_token_was_asked(String graph, String login) {
        SentRequest request = new SentRequest(
                "POST",
                "https://127.0.0.1/" + TENANT + "/oauth2/v2.0/token",
                Headers.NONE,
                "client_id=" + APPLICATION + "&scope=https%3A%2F%2F" + graph + "%2F.default");
        Finding finding = LoginHost.about(Catalog.load().finding("AADSTS500011", List.of()), request);

        assertThat(finding.steps(Audience.SEEN).get(0)).startsWith("Send scope=https://" + graph + "/.default");
        assertThat(fixes(finding))
                .extracting(FixCommand::text)
                .anyMatch(text -> text.contains("https://" + login + "/" + TENANT + "/oauth2")
                        && text.contains("client_id=" + APPLICATION)
                        && text.contains("scope=https://" + graph + "/.default"))
                .noneMatch(text -> text.contains("microsoft.com") || text.contains("microsoftonline.com"));
    }

    @Test
    void a_token_of_a_wrong_tenant_knows_application_and_cloud() {
        Claims token = new Claims(JsonNodeFactory.instance
                .objectNode()
                .put("aud", "https://graph.microsoft.us")
                .put("iss", "https://sts.windows.net/" + IDENTITY + "/")
                .put("tid", IDENTITY)
                .put("appid", APPLICATION));
        List<Finding> findings = TokenFindings.of(
                new TokenReading.Decoded(token.json(), token),
                new TokenExpectation(Instant.EPOCH, null, null, TENANT, null));

        assertThat(findings)
                .filteredOn(finding -> finding.id().equals("token-wrong-tenant"))
                .flatExtracting(finding -> fixes(finding))
                .extracting(FixCommand::text)
                .hasSizeGreaterThan(1)
                .noneMatch(text -> text.contains("login.microsoftonline.com"))
                .anyMatch(text -> text.contains("https://login.microsoftonline.us/" + TENANT)
                        && text.contains("client_id=" + APPLICATION));
    }

    @Test
    void an_entry_shows_its_commands_with_words_for_what_a_case_would_know() {
        assertThat(fixes(Catalog.load().finding("AADSTS7000112", List.of())))
                .extracting(FixCommand::text)
                .containsExactly("az ad sp update --id APP_ID --set accountEnabled=true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "token-wrong-audience | scimdoctor token get",
                "token-wrong-tenant | scimdoctor token get --tenant TENANT_ID",
                "token-delegated | scimdoctor token get",
                "AADSTS1002012 | scimdoctor token get",
                "AADSTS50059 | scimdoctor token get",
                "AADSTS70008 | scimdoctor token get",
                "AADSTS7000222 | umask 077; az ad app credential reset --id APP_ID --append --display-name scim"
                        + " --query password -o tsv > new-secret",
                "AADSTS700027 | az ad app credential reset --id APP_ID --append --cert '@cert.pem'",
                "AADSTS65001 | az ad app permission admin-consent --id APP_ID",
                "AADSTS70025 | az ad app federated-credential create --id APP_ID --parameters credential.json",
                "AADSTS70001 | az ad sp update --id APP_ID --set accountEnabled=true",
                "application-not-in-tenant | https://login.microsoftonline.com/TENANT_ID/adminconsent?client_id=APP_ID",
                "reference-not-found | az ad user show --id USER_PRINCIPAL_NAME --query id -o tsv",
                "duplicate-value | az ad user show --id USER_PRINCIPAL_NAME --query id -o tsv",
                "id-not-guid | az ad user show --id USER_PRINCIPAL_NAME --query id -o tsv",
                "not-a-member | az ad group member check --group GROUP_ID --member-id USER_ID",
                "filter-unsupported | scimdoctor lint filter FILTER",
                "too-many-members | scimdoctor lint patch FILE",
                "required-attribute-missing | scimdoctor lint user FILE",
                "configuration-incomplete | scimdoctor env",
            })
    void the_first_command_is_the_one_that_mends_it(String id, String command) {
        assertThat(fixes(Catalog.load().finding(id, List.of())).get(0).text()).isEqualTo(command);
    }

    @Test
    void a_sign_in_is_looked_up_by_the_id_of_the_case_and_no_shell_sees_more_than_a_word() {
        Finding blocked = Catalog.load().finding("AADSTS53003", List.of(new Evidence("correlation id", IDENTITY)));

        assertThat(fixes(blocked).get(0).text())
                .contains("%27servicePrincipal%27)%20and%20correlationId%20eq%20%27" + IDENTITY + "%27'")
                .doesNotContain("$");
    }

    @Test
    void what_a_run_kept_with_its_steps_filled_in_has_the_same_commands() {
        for (Condition condition : Catalog.load().conditions()) {
            Finding read = Catalog.load().finding(condition.id(), List.of(new Evidence("authorization sent", "yes")));

            assertThat(fixes(read.explained("", read.steps(Audience.SEEN)))).isEqualTo(fixes(read));
        }
    }

    @Test
    void consent_is_given_in_the_tenant_that_is_called_and_not_in_the_one_of_a_wrong_token() {
        Finding wrong = Catalog.load()
                .finding(
                        "token-wrong-tenant",
                        List.of(new Evidence("token tenant", IDENTITY), new Evidence("needs tenant", TENANT)));

        assertThat(fixes(wrong))
                .extracting(FixCommand::text)
                .noneMatch(text -> text.contains(IDENTITY))
                .contains("https://login.microsoftonline.com/" + TENANT + "/adminconsent?client_id=APP_ID");
    }

    @Test
    void a_secret_is_neither_printed_nor_an_argument() {
        for (FixCommand command : everyCommand("az", "curl", "graph-powershell")) {
            boolean made = command.text().contains("credential reset")
                    && command.text().contains("password");
            boolean sent = command.text().contains("AZURE_CLIENT_SECRET");

            assertThat(command.text())
                    .doesNotContain("--password ", "client_secret=$A")
                    .doesNotContainPattern("SecretText(?! [|] Set-Content -NoNewline new-secret)");
            assertThat(!made || command.text().matches("umask 077; .* > new-secret"))
                    .isTrue();
            assertThat(!sent || command.text().matches("printf %s .* -o token.json|[$]token = Invoke.*"))
                    .as(command.text())
                    .isTrue();
        }
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

        assertThat(fixes(finding)).isNotEmpty().noneMatch(each -> each.text().contains(hostile));
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
        for (Condition condition : catalog.conditions()) {
            assertThat(fixes(catalog.finding(condition.id(), List.of())))
                    .as(condition.id())
                    .extracting(FixCommand::step)
                    .isSorted();
        }
        for (JsonNode role : Resource.json(Fixes.class, "roles.json")) {
            assertThat(role.path("source").asText()).isNotBlank();
            assertThat(role.path("id").asText()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "dash", "zsh"})
    void the_shells_parse_every_command_of_every_finding(String shell) throws IOException, InterruptedException {
        Needs.tool(shell);
        Process process =
                new ProcessBuilder(shell, "-n").redirectErrorStream(true).start();
        for (FixCommand command : everyCommand("az", "curl", "scimdoctor")) {
            process.getOutputStream().write((command.text() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        process.getOutputStream().close();

        assertThat(process.waitFor())
                .as(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isZero();
    }

    @Test
    void powershell_has_each_quote_and_bracket_closed_and_no_variable_in_a_text() {
        assertThat(List.of("az x 'a", "az x \"a", "f { (1 }", "az rest -u \"https://a?$select=id\""))
                .allMatch(FixesTest::isBroken);
        assertThat(everyCommand("az", "graph-powershell", "scimdoctor"))
                .hasSizeGreaterThan(20)
                .filteredOn(command -> isBroken(command.text()))
                .isEmpty();
    }

    @Test
    void no_command_has_a_blank_left_or_a_guid_that_neither_the_case_nor_a_source_knows() {
        List<String> known = new ArrayList<>(Fixes.publicIds());
        known.addAll(List.of(APPLICATION, TENANT, IDENTITY));
        for (FixCommand command : everyCommand("az", "curl", "scimdoctor", "graph-powershell", "portal")) {
            Matcher id =
                    Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").matcher(command.text());

            assertThat(command.text()).doesNotContain("{{").doesNotContain("}}").doesNotContain("\n");
            assertThat(id.results().map(MatchResult::group)).isSubsetOf(known);
        }
    }

    /** Of every finding: where nothing is known, where an application asks, and where a managed identity does. */
    private static List<FixCommand> everyCommand(String... tools) {
        List<Evidence> application = List.of(
                new Evidence("token application", APPLICATION),
                new Evidence("token tenant", TENANT),
                new Evidence("least missing role", "User.Read.All and Group.Read.All"));
        List<Evidence> identity = List.of(
                new Evidence("managed identity", IDENTITY), new Evidence("least missing role", "User.Read.All"));
        List<FixCommand> commands = new ArrayList<>();
        for (Condition condition : Catalog.load().conditions()) {
            for (List<Evidence> known : List.of(List.<Evidence>of(), application, identity)) {
                commands.addAll(fixes(Catalog.load().finding(condition.id(), known)));
            }
        }
        commands.removeIf(command -> !List.of(tools).contains(command.tool()));
        return commands;
    }

    /** What PowerShell refuses or would put a variable into; there is none on every machine to be asked. */
    private static boolean isBroken(String command) {
        String quoted = "'(?:[^']|'')*+'|\"(?:[^\"$`]|\"\"|`.|\\$\\w+\\.)*+\"";
        String bare = command.replaceAll(quoted, "");
        while (bare.matches(".*(\\([^(){}\\[\\]]*\\)|\\{[^(){}\\[\\]]*}|\\[[^(){}\\[\\]]*]).*")) {
            bare = bare.replaceAll("\\([^(){}\\[\\]]*\\)|\\{[^(){}\\[\\]]*}|\\[[^(){}\\[\\]]*]", "");
        }
        return bare.matches(".*[\"'(){}\\[\\]&].*");
    }

    @Test
    void steps_read_well_with_what_is_known_and_without_it() {
        assertThat(missing("User.Read.All", "https://graph.microsoft.com")
                        .steps(Audience.SEEN)
                        .get(0))
                .isEqualTo("Add User.Read.All (Microsoft Graph, application permission) to the app registration "
                        + APPLICATION + ".");
        assertThat(Catalog.load()
                        .finding("permission-missing", List.of(new Evidence("least role", "User.ReadBasic.All")))
                        .steps(Audience.SEEN))
                .startsWith("Add User.ReadBasic.All (Microsoft Graph, application permission) to the app registration.")
                .noneMatch(step -> step.contains("CustomSecAttribute") || step.contains("role-assignable"));
        assertThat(Catalog.load()
                        .finding("permission-missing", List.of())
                        .steps(Audience.SEEN)
                        .get(0))
                .startsWith("Find the least role with")
                .endsWith("to the app registration.");
    }

    @Test
    void a_managed_identity_is_named_once_and_has_no_app_registration() {
        String object = "5c1d0c70-9999-4888-8777-666655554444";
        Finding finding = Catalog.load()
                .finding(
                        "permission-missing",
                        List.of(
                                new Evidence("token application", APPLICATION),
                                new Evidence("managed identity", object),
                                new Evidence("least missing role", "User.Read.All")));

        assertThat(finding.steps(Audience.SEEN).get(0))
                .endsWith("to the managed identity " + APPLICATION + ", by POST /servicePrincipals/" + object
                        + "/appRoleAssignments: it has no app registration of its own.");
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

    private static List<FixCommand> fixes(Finding finding) {
        return Fixes.of(finding, Audience.HANDED_ON);
    }
}
