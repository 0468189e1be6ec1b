package io.scimdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.finding.ExitCode;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reports as web pages: complete, well-formed, readable by everybody, and dependent on nothing. */
final class HtmlTest {
    private static final String LOG = """
            {"TimeGenerated":"2026-11-20T08:00:00Z","RequestMethod":"GET","RequestUri":"https://graph.microsoft.com/rp/scim/users",\
            "ResponseStatusCode":200}
            {"TimeGenerated":"2026-11-20T08:00:20Z","RequestMethod":"GET","RequestUri":"https://graph.microsoft.com/rp/scim/users",\
            "ResponseStatusCode":504,\
            "RequestId":"5c1d0c70-0000-4222-8333-000000000001","AppId":"5c1d0c70-aaaa-4bbb-8ccc-000000000002",\
            "AadTenantId":"5c1d0c70-1111-4222-8333-000000000003"}
            {"TimeGenerated":"2026-11-20T09:00:10Z","RequestMethod":"POST","RequestUri":"https://graph.microsoft.com/rp/scim/users",\
            "ResponseStatusCode":504}
            {"TimeGenerated":"2026-11-20T09:00:20Z","RequestMethod":"GET","RequestUri":"https://graph.microsoft.com/rp/scim/groups",\
            "ResponseStatusCode":429}
            {"broken":
            """;

    private static CommandRun check(String scenario) {
        return CommandRun.with().realClock().run("check", "--simulate=" + scenario, "-o", "html");
    }

    private static CommandRun classify(String input, String... more) {
        List<String> words = new ArrayList<>(List.of("classify", "-", "-o", "html"));
        words.addAll(List.of(more));
        return CommandRun.with().in(input).run(words.toArray(new String[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "token-expired", "throttled", "intermittent-504"})
    void every_check_is_a_page_for_everybody(String scenario) throws Exception {
        CommandRun run = check(scenario);

        assertIsGood(run.out());
        assertThat(texts(parse(run.out()), "p")).contains("SIMULATED");
    }

    @Test
    void a_check_shows_verdict_finding_calls_and_cost() throws Exception {
        CommandRun run = check("service-timeout");

        Document page = parse(run.out());
        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(texts(page, "h1")).containsExactly("FAIL The service does not answer in time");
        assertThat(texts(page, "h2")).containsExactly("Summary", "Findings", "Checks", "Calls");
        assertThat(texts(page, "h4")).containsExactly("Steps", "Proof", "To read");
        assertThat(texts(page, "dt"))
                .contains("Who fixes it", "Confidence", "Basis", "Cost", "Exit code", "request id");
        assertThat(texts(page, "th"))
                .contains("token.lifetime", "data.users", "users", "request-id", "client-request-id");
        assertThat(attributes(page, "a", "href"))
                .contains(
                        "#finding-service-timeout",
                        "https://learn.microsoft.com/entra/identity/app-provisioning/troubleshoot-scim-api-errors");
    }

    @Test
    void a_probe_is_a_page_too() throws Exception {
        CommandRun run =
                CommandRun.with().realClock().run("probe", "GET", "/users", "--simulate=throttled", "-o", "html");

        assertIsGood(run.out());
        assertThat(texts(parse(run.out()), "h2")).startsWith("Request", "Answer");
        assertThat(texts(parse(run.out()), "p")).anyMatch(text -> text.startsWith("HTTP 429"));
        assertThat(texts(parse(run.out()), "code")).anyMatch(text -> text.contains("\"code\": \"TooManyRequests\""));
    }

    private static CommandRun watch(String scenario, String... more) {
        List<String> words = new ArrayList<>(List.of("watch", "--simulate=" + scenario, "-o", "html", "--no-record"));
        words.addAll(List.of(more));
        return CommandRun.with().clock(new MovingClock()).run(words.toArray(new String[0]));
    }

    @ParameterizedTest
    @CsvSource({
        "healthy, --max-calls 8",
        "healthy, --duration 0s",
        "service-timeout, --until-fail 2",
        "throttled, --max-calls 8",
        "token-expired, --until-fail 1"
    })
    void every_watch_is_a_page_for_everybody(String scenario, String limits) throws Exception {
        CommandRun run = watch(scenario, limits.split(" "));

        assertIsGood(run.out());
        assertThat(texts(parse(run.out()), "p")).contains("SIMULATED");
    }

    @Test
    void a_watch_shows_how_often_when_and_where_it_failed() throws Exception {
        CommandRun run = watch("service-timeout", "--until-fail", "3");

        Document page = parse(run.out());
        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(texts(page, "h1")).containsExactly("FAIL 9 of 12 calls failed, 75.00 %");
        assertThat(texts(page, "h2"))
                .containsExactly(
                        "Summary",
                        "Over time",
                        "What failed",
                        "Time windows",
                        "Pattern",
                        "Findings",
                        "Request ids",
                        "For a ticket");
        assertThat(texts(page, "dd"))
                .contains("3 of 3 failed", "9 of 12 calls, 75.00 % (95 %: 46.77 to 91.11)", "3 failed calls");
        assertThat(texts(page, "td")).contains("GET /users", "3 of 3, 100.00 %", "at most 3");
        assertThat(attributes(page, "svg", "aria-label")).first().asString().startsWith("Failed rounds: 3 in 3 of ");
        assertThat(texts(page, "th").stream().filter(text -> text.length() == 36))
                .hasSize(9);
        assertThat(texts(page, "p")).anyMatch(text -> text.contains("9 of 12 calls that the watch made from"));
    }

    @Test
    void many_answers_are_shown_over_time_and_by_kind() throws Exception {
        CommandRun run = classify(LOG);

        Document page = parse(run.out());
        assertIsGood(run.out());
        assertThat(texts(page, "h2"))
                .containsExactly("Over time", "Answers", "Summary", "Kinds of failure", "Not read");
        assertThat(texts(page, "dd")).contains("4", "3, 75.00 % of all calls, 2 kinds", "2 calls, 50.00 % of all");
        assertThat(texts(page, "dd")).contains("2026-11-20T08:00:20Z", "2026-11-20T09:00:10Z");
        assertThat(texts(page, "dd")).contains("GET /users (1), POST /users (1)");
        assertThat(texts(page, "dd"))
                .contains("5c1d0c70-aaaa-4bbb-8ccc-000000000002 (1)", "5c1d0c70-1111-4222-8333-000000000003 (1)");
        assertThat(texts(page, "li")).contains("5c1d0c70-0000-4222-8333-000000000001");
        assertThat(attributes(page, "div", "aria-label")).contains("Table: Time windows of service-timeout");
        assertThat(texts(page, "li")).anyMatch(text -> text.endsWith(": this is broken JSON"));
        assertThat(attributes(page, "svg", "aria-label"))
                .hasSize(4)
                .first()
                .asString()
                .startsWith("Failed calls: 3 in 2 of 61 steps of 1 min, from 2026-11-20T08:00:00Z");
    }

    @Test
    void answers_are_filtered_by_what_they_share_and_open_to_their_proof() throws Exception {
        CommandRun run = classify(LOG);

        Document page = parse(run.out());
        assertThat(texts(page, "legend")).containsExactly("Finding", "Who fixes it", "Endpoint", "From");
        assertThat(texts(page, "label"))
                .contains(" all", " service-timeout (2)", " throttled (1)", " GET /users (1)", " POST /users (1)");
        assertThat(texts(page, "summary"))
                .contains("1 × GET /users HTTP 504  GatewayTimeout: The service does not answer in time"
                        + " [service-timeout]");
        assertThat(texts(page, "li"))
                .anyMatch(text ->
                        text.startsWith("-:2  2026-11-20T08:00:20Z  5c1d0c70-0000-4222-8333-000000000001  /users"));
        List<String> options = attributes(page, "input", "id");
        String style = texts(page, "style").get(0);
        NodeList cases = page.getElementsByTagName("details");
        for (int i = 0; i < cases.getLength(); i++) {
            String marks = ((Element) cases.item(i)).getAttribute("class");
            for (String mark : marks.isEmpty() ? new String[0] : marks.split(" ")) {
                assertThat(options).contains(mark);
                assertThat(style).contains(":has(#" + mark + ":checked)");
            }
        }
    }

    private static String refused(int number) {
        return "{\"request\":{\"method\":\"GET\",\"url\":\"https://graph.microsoft.com/rp/scim/users/5c1d0c70-0000-4222-8333-"
                + String.format("%012d", number)
                + "\"},\"status\":404,\"startedAt\":\"2026-11-20T08:00:00Z\",\"body\":\"{\\\"schemas\\\":"
                + "[\\\"urn:ietf:params:scim:api:messages:2.0:Error\\\"],\\\"detail\\\":\\\"Resource '5c1d0c70-0000-4222-8333-"
                + String.format("%012d", number)
                + "' does not exist or one of its queried reference-property objects are not present.\\\","
                + "\\\"status\\\":\\\"404\\\"}\"}\n";
    }

    private static String refused(int from, int to) {
        StringBuilder log = new StringBuilder();
        for (int i = from; i < to; i++) {
            log.append(refused(i));
        }
        return log.toString();
    }

    @Test
    void answers_that_differ_share_only_what_is_true_of_all() throws Exception {
        CommandRun run = classify(refused(0, 40));

        Document page = parse(run.out());
        assertIsGood(run.out());
        assertThat(texts(page, "summary")).anyMatch(text -> text.startsWith("40 × GET /users/{id} HTTP 404"));
        assertThat(texts(page, "li").stream().filter(text -> text.startsWith("-:7 ")))
                .hasSize(1)
                .first()
                .asString()
                .contains("000000000006");
        assertThat(texts(page, "dd")).noneMatch(text -> text.contains("000000000006"));
    }

    @Test
    void a_page_of_thousands_stays_small_and_one_of_more_says_where_the_rest_is() throws Exception {
        CommandRun many = classify(refused(0, 4_000));
        CommandRun more = classify(LOG.lines().limit(2).toList().get(1) + "\n" + refused(0, 10_000));

        assertThat(many.out()).contains("3999").hasSizeLessThan(1_700_000);
        assertThat(texts(parse(more.out()), "p"))
                .anyMatch(text -> text.startsWith("None of the 10,001 failures is listed by itself; --only"));
    }

    @Test
    void bars_stand_where_the_failures_were() throws Exception {
        CommandRun run = classify(LOG);

        NodeList drawings = parse(run.out()).getElementsByTagName("svg");
        Element failed = (Element) drawings.item(0);
        assertThat(texts(failed, "title")).containsExactly("2026-11-20T08:00:00Z: 1", "2026-11-20T09:00:00Z: 2");
        assertThat(attributes(failed, "rect", "height")).containsExactly("50", "100");
    }

    @Test
    void only_as_many_kinds_as_asked_for_are_opened() throws Exception {
        CommandRun run = classify(LOG, "--top", "1");

        Document page = parse(run.out());
        assertThat(page.getElementsByTagName("article").getLength()).isEqualTo(1);
        assertThat(texts(page, "p")).contains("And 1 kind more with 1 call.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing here", "{\"status\":200}"})
    void little_or_nothing_gives_a_page_as_well(String input) throws Exception {
        assertIsGood(classify(input).out());
    }

    @Test
    void markup_in_an_answer_stays_text() throws Exception {
        String hostile =
                "{\"error\":{\"code\":\"<script>alert(1)</script>\",\"message\":\"\\\"><img src=x> &amp; ]]>\"}}";

        CommandRun run = CommandRun.with().in(hostile).run("classify", "--status", "400", "-o", "html");

        assertIsGood(run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "markdown", "junit"})
    void the_strict_policy_leaves_the_ids_of_calls(String format) {
        String id = "5c1d0c70-0000-4222-8333-000000000001";
        String timeout =
                """
                {"error":{"code":"UnknownError","message":"","innerError":{"request-id":"REQUEST","client-request-id":"ID"}}}
                """.replace("REQUEST", "5c1d0c70-0000-4222-8333-000000000009").replace("ID", id);

        CommandRun run =
                CommandRun.with().in(timeout).run("classify", "--status", "504", "--redact", "strict", "-o", format);

        assertThat(run.out()).contains("client request id", id).doesNotContain("id-1");
    }

    @Test
    void a_ticket_is_well_formed_too() throws Exception {
        String denied = "{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"No.\"}}";

        CommandRun run = CommandRun.with().in(denied).run("ticket", "new", "--from", "-", "-o", "html");

        assertIsGood(run.out());
    }

    /** The rules of accessibility that can be read off the markup, and that nothing is loaded or run. */
    private static void assertIsGood(String html) throws Exception {
        Document page = parse(html);
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        for (String landmark : List.of("header", "nav", "main", "h1", "title")) {
            assertThat(page.getElementsByTagName(landmark).getLength())
                    .as(landmark)
                    .isPositive();
        }
        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .contains("prefers-color-scheme: dark", "@media print", "default-src 'none'")
                .doesNotContain("<script", "<img", "<link", "<iframe", "@import", "url(", "src=", "onload");
        assertThat(attributes(page, "a", "href"))
                .allMatch(link -> link.startsWith("#") || link.startsWith("https://learn.microsoft.com/"));
        assertThat(attributes(page, "th", "scope")).allMatch(scope -> scope.equals("col") || scope.equals("row"));
        assertThat(attributes(page, "svg", "aria-label")).noneMatch(String::isBlank);
        assertThat(attributes(page, "div", "aria-label").stream()
                        .filter(label -> !label.isEmpty())
                        .toList())
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(texts(page, "h2"));
        assertHeadingsAreInOrder(page);
        assertReferencesResolve(page);
    }

    private static void assertHeadingsAreInOrder(Document page) {
        int level = 0;
        NodeList all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            String name = all.item(i).getNodeName();
            if (name.matches("h[1-6]")) {
                int next = name.charAt(1) - '0';
                assertThat(next).as(all.item(i).getTextContent()).isLessThanOrEqualTo(level + 1);
                level = next;
            }
        }
    }

    private static void assertReferencesResolve(Document page) {
        List<String> ids = attributes(page, "*", "id");
        ids.removeIf(String::isEmpty);
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
        for (String link : attributes(page, "a", "href")) {
            assertThat(!link.startsWith("#") || ids.contains(link.substring(1)))
                    .as(link)
                    .isTrue();
        }
    }

    private static Document parse(String html) throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static List<String> texts(Document page, String name) {
        return texts(page.getDocumentElement(), name);
    }

    private static List<String> texts(Element within, String name) {
        List<String> texts = new ArrayList<>();
        NodeList found = within.getElementsByTagName(name);
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    private static List<String> attributes(Document page, String name, String attribute) {
        return attributes(page.getDocumentElement(), name, attribute);
    }

    private static List<String> attributes(Element within, String name, String attribute) {
        List<String> values = new ArrayList<>();
        NodeList found = within.getElementsByTagName(name);
        for (int i = 0; i < found.getLength(); i++) {
            values.add(((Element) found.item(i)).getAttribute(attribute));
        }
        return values;
    }
}
