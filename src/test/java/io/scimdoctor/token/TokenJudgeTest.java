package io.scimdoctor.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.json.Json;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule on claims, with a near miss beside it. */
final class TokenJudgeTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);
    private static final String GOOD = "\"aud\":\"https://graph.microsoft.com\",\"idtyp\":\"app\",\"ver\":\"1.0\"";
    private static final String HOUR = ",\"iat\":1799999000,\"nbf\":1799999000,\"exp\":1800002600";

    @Test
    void a_token_in_order_raises_nothing() throws JsonProcessingException {
        assertThat(ids(GOOD + HOUR)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1800002600                  | ",
                "\"1800002600\"              | ",
                "1800002600.75               | ",
                "1799999400                  | token-expired",
                "1700000000                  | token-expired,token-lifetime-unusual",
                "1000000000000000000000000   | token-lifetime-unusual",
                "-5                          | token-lifetime-unusual",
                "\"tomorrow\"                | token-lifetime-unusual",
                "true                        | token-lifetime-unusual",
                "{}                          | token-lifetime-unusual",
                "null                        | token-lifetime-unusual"
            })
    void the_end_is_judged_in_whatever_form_it_stands(String end, String expected) throws JsonProcessingException {
        String claims = GOOD + ",\"iat\":1799999000,\"exp\":" + end;

        assertThat(ids(claims)).containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(","));
    }

    @Test
    void a_token_that_nobody_signed_fails() throws JsonProcessingException {
        assertThat(ids(GOOD + HOUR + ",\"alg\":\"none\"")).containsExactly("token-signature");
    }

    @Test
    void a_missing_end_is_unusual() throws JsonProcessingException {
        assertThat(ids(GOOD)).containsExactly("token-lifetime-unusual");
    }

    @Test
    void a_start_within_the_tolerated_skew_is_accepted_and_one_beyond_it_is_not() throws JsonProcessingException {
        assertThat(ids(GOOD + ",\"nbf\":1800000299,\"exp\":1800002600")).isEmpty();
        assertThat(ids(GOOD + ",\"nbf\":1800000301,\"exp\":1800002600")).containsExactly("token-not-yet-valid");
    }

    @Test
    void what_a_new_token_of_the_same_kind_would_not_mend_comes_before_its_times() throws JsonProcessingException {
        String claims = "\"aud\":\"https://management.azure.com\",\"scp\":\"x\",\"iat\":1799990000,\"exp\":1799999000,"
                + "\"tid\":\"11111111-1111-4111-8111-111111111111\","
                + "\"iss\":\"https://sts.windows.net/22222222-2222-4222-8222-222222222222/\"";

        assertThat(ids(claims))
                .containsExactly("token-wrong-audience", "token-delegated", "token-wrong-tenant", "token-expired");
    }

    @Test
    void times_are_told_to_the_second() throws JsonProcessingException {
        Claims claims = claims(GOOD + ",\"iat\":1799990000,\"exp\":1799999000");

        List<TokenIssue> issues = TokenJudge.judge(
                new TokenReading.Decoded(claims.json(), claims), TokenExpectation.at(NOW.plusNanos(433_779_518)));

        assertThat(issues.get(0).evidence())
                .containsExactly(
                        new Evidence("token expires", "2027-01-15T07:43:20Z"),
                        new Evidence("now", "2027-01-15T08:00:00Z"));
    }

    @Test
    void one_of_several_audiences_is_enough_and_none_is_not() throws JsonProcessingException {
        assertThat(ids("\"aud\":[\"x\",\"https://graph.microsoft.com/\"],\"idtyp\":\"app\"" + HOUR))
                .isEmpty();
        assertThat(ids("\"aud\":[],\"idtyp\":\"app\"" + HOUR)).containsExactly("token-wrong-audience");
        assertThat(ids("\"aud\":5,\"idtyp\":\"app\"" + HOUR)).containsExactly("token-wrong-audience");
    }

    @Test
    void a_token_of_the_other_version_is_told() throws JsonProcessingException {
        assertThat(ids("\"aud\":\"https://graph.microsoft.com\",\"idtyp\":\"app\",\"ver\":\"2.0\"" + HOUR))
                .containsExactly("token-wrong-version");
    }

    @Test
    void what_cannot_be_read_is_opaque_or_encrypted() {
        String part = "e".repeat(30);

        assertThat(unreadable(part + part)).containsExactly("token-opaque");
        assertThat(unreadable(String.join(".", "eyJlbmMiOiJBMTI4R0NNIn0", part, part, part, part)))
                .containsExactly("token-encrypted");
        assertThat(unreadable(String.join(".", part, part, part, part, part))).containsExactly("token-unparseable");
        assertThat(unreadable(String.join(".", part, part, part, part))).containsExactly("token-unparseable");
    }

    private static List<String> unreadable(String token) {
        return TokenJudge.judge(TokenReading.of(new Secret(token)), TokenExpectation.at(NOW)).stream()
                .map(TokenIssue::id)
                .toList();
    }

    @Test
    void the_server_s_clock_decides_and_makes_the_judgement_certain() throws JsonProcessingException {
        Claims claims = claims(GOOD + ",\"iat\":1799999000,\"exp\":1800002600");
        Instant server = NOW.plusSeconds(2_601);

        List<TokenIssue> issues = TokenJudge.judge(
                new TokenReading.Decoded(claims.json(), claims), new TokenExpectation(NOW, server, null, null, null));

        assertThat(issues).singleElement().satisfies(issue -> {
            assertThat(issue.id()).isEqualTo("token-expired");
            assertThat(issue.confidence()).isEqualTo(Confidence.CERTAIN);
        });
    }

    @Test
    void a_client_id_that_is_a_secret_by_mistake_is_not_shown() throws JsonProcessingException {
        Claims claims = claims(GOOD + HOUR + ",\"appid\":\"5c1d0c70-aaaa-4bbb-8ccc-ddddeeeeffff\"");

        List<TokenIssue> issues = TokenJudge.judge(
                new TokenReading.Decoded(claims.json(), claims),
                new TokenExpectation(NOW, null, null, null, "abC8Q~kLmNoPqRsTuVwX1"));

        assertThat(issues).singleElement().satisfies(issue -> {
            assertThat(issue.id()).isEqualTo("token-application-mismatch");
            assertThat(issue.evidence().toString()).doesNotContain("kLmNo");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1800000000000 | not milliseconds",
                "\"tomorrow\" | no number of seconds",
                "true | no number of seconds",
                "-5 | no number of seconds"
            })
    void an_end_that_is_no_time_says_why(String end, String why) throws JsonProcessingException {
        Claims read = claims(GOOD + ",\"exp\":" + end);
        List<TokenIssue> issues =
                TokenJudge.judge(new TokenReading.Decoded(read.json(), read), TokenExpectation.at(NOW));

        assertThat(issues.get(0).evidence().get(0).value().seen()).contains(why);
    }

    private static List<String> ids(String claims) throws JsonProcessingException {
        Claims read = claims(claims);
        return TokenJudge.judge(new TokenReading.Decoded(read.json(), read), TokenExpectation.at(NOW)).stream()
                .map(TokenIssue::id)
                .toList();
    }

    private static Claims claims(String json) throws JsonProcessingException {
        return new Claims(Json.read("{" + json + "}"));
    }
}
