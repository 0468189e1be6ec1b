package io.scimdoctor.diagnosis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.finding.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That a success is looked at: what is due is no finding, and anything else is one. */
final class DueTest {
    private static final String BASE = "https://graph.microsoft.com/rp/scim";
    private static final Headers MARKS =
            Headers.of("Content-Type", "application/scim+json", "request-id", "0f3c1c54-0c6e-4f5a-8e38-2c0d0c6f7a01");
    private static final String LIST = "'schemas':['urn:ietf:params:scim:api:messages:2.0:ListResponse']";
    private static final String USER = "'schemas':['urn:ietf:params:scim:schemas:core:2.0:User']";
    private static final String REFUSAL = "{'schemas':['urn:ietf:params:scim:api:messages:2.0:Error'],"
            + "'status':'403','detail':'Insufficient privileges to complete the operation.'}";

    private final Diagnoser diagnoser = new Diagnoser(Catalog.load());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/users | {} | an empty JSON object",
                "/users | `` | an empty body",
                "/users | {'items':[]} | JSON that is no list",
                "/users | [{'id':'1'}] | a JSON array",
                "/users | {LIST,'totalResults':5} | a list without its entries",
                "/users?count=1 | {LIST,'totalResults':5,'Resources':[]} | totalResults 5 and no entry",
                "/users | {LIST,'totalResults':1,'Resources':{'id':'1'}} | a list without its entries",
                "/users | {LIST,'totalResults':1,'Resources':[{USER}]} | a list with a User without id",
                "/groups | {LIST,'totalResults':1,'Resources':[{USER,'id':'1'}]} | a list with a User where a Group is due",
                "/users | {LIST,'totalResults':1,'Resources':[{USER,'id':null}]} | a list with a User without id",
                "/users | {LIST,'totalResults':2,'Resources':['a','b']} | a list with an entry that is no object",
                "/users | {LIST,'totalResults':1,'Resources':[null]} | a list with an entry that is no object",
                "/users | {LIST,'Resources':[{'id':'1','meta':{'resourceType':'Group'}}]} | a list with a Group where a User is due",
                "/users | `\u001f\ufffdx` | compressed data (gzip) without Content-Encoding",
                "/users | {USER,'id':'1'} | a User where a list is due",
                "/users | {'schemas':['urn:scim:schemas:core:1.0'],'Resources':[]} | SCIM 1.1",
                "/users | {'schemas':['urn:example:list'],'Resources':[]} | JSON of another schema",
                "/users | {LIST,'totalResults':0,'Resources':[]}{} | JSON with something else behind it",
                "/users/1 | {LIST,'totalResults':0,'Resources':[]} | a list where a User is due",
                "/users/1 | {'name':'x'} | a User without id",
                "/users/0f3c1c54-0c6e-4f5a-8e38-2c0d0c6f7a01 | {USER,'id':'1f3c1c54-0c6e-4f5a-8e38-2c0d0c6f7a01'} | a User of another id",
                "/serviceproviderconfig | {LIST,'Resources':[]} | a list where a ServiceProviderConfig is due",
                "/serviceproviderconfig | {} | an empty JSON object"
            })
    void what_is_not_due_is_told(String path, String body, String came) {
        Finding found = live("GET", path, 200, body);

        assertThat(found).isNotNull();
        requireNonNull(found);
        assertThat(found.id()).isEqualTo("unexpected-content");
        assertThat(found.evidence()).anySatisfy(evidence -> {
            assertThat(evidence.name()).isEqualTo("came instead");
            assertThat(evidence.value().seen()).isEqualTo(came);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET | /users | 200 | {LIST,'totalResults':1,'Resources':[{USER,'id':'1'}]}",
                "GET | /users | 200 | {LIST,'totalResults':1,'resources':[{'id':'1'}]}",
                "GET | /users?count=0 | 200 | {LIST,'totalResults':7}",
                "GET | /users?filter=title%20pr | 200 | {LIST,'totalResults':0}",
                "GET | /users?cursor=abc | 200 | {LIST,'totalResults':7,'Resources':[]}",
                "GET | /users | 200 | {LIST,'totalResults':7,'nextCursor':'x','Resources':[]}",
                "GET | /users?startIndex=90 | 200 | {LIST,'totalResults':7,'Resources':[]}",
                "GET | /users?attributes=title | 200 | {LIST,'totalResults':1,'Resources':[{'title':'x'}]}",
                "GET | /users/1?attributes=title | 200 | {'title':'x'}",
                "GET | /users/1 | 200 | {'id':'1','userName':'x'}",
                "GET | /resourcetypes | 200 | {LIST,'Resources':[{'name':'User','endpoint':'/Users'}]}",
                "GET | /serviceproviderconfig | 200 | {'patch':{'supported':true}}",
                "GET | /users/1/manager | 200 | {'id':'1'}",
                "PATCH | /users/1 | 204 | ``",
                "PATCH | /users/1 | 200 | {USER,'id':'1'}",
                "DELETE | /users/1 | 204 | ``",
                "DELETE | /users/1 | 200 | {}",
                "POST | /users | 201 | {USER,'id':'1'}",
                "POST | /users | 201 | ``",
                "POST | /users/.search | 200 | {LIST,'totalResults':0,'Resources':[]}",
                "OPTIONS | /users | 204 | ``",
                "HEAD | /users | 200 | ``"
            })
    void what_is_due_is_no_finding(String method, String path, int status, String body) {
        assertThat(live(method, path, status, body)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 204, 206})
    void a_read_is_answered_with_200(int status) {
        assertThat(live("GET", "/users", status, "")).isNotNull();
        assertThat(captured("/users", MARKS, status, "")).isNotNull();
    }

    @Test
    void what_ends_in_the_middle_is_cut_on_the_way_and_may_be_cut_while_copying() {
        String cut = "{LIST,'totalResults':1,'Resources':[{USER,'id':";

        Finding found = live("GET", "/users", 200, cut);

        assertThat(found).isNotNull();
        requireNonNull(found);
        assertThat(found.id()).isEqualTo("truncated-body");
        assertThat(captured("/users", MARKS, 200, cut)).isNull();
    }

    @Test
    void a_record_without_body_or_headers_is_not_judged() {
        assertThat(captured("/users", MARKS, 200, "")).isNull();
        assertThat(captured("/users", Headers.NONE, 200, "{}")).isNull();
        assertThat(captured("/users", MARKS, 200, "{LIST,'Resources': ... }")).isNull();
        assertThat(captured("/users", MARKS.plus("Content-Length", "0"), 200, ""))
                .isNotNull();
        assertThat(captured("/users", MARKS, 200, "{'items':[]}")).isNotNull();
    }

    @Test
    void an_answer_to_an_unknown_request_is_not_judged() {
        Answered empty = new Answered(200, MARKS, "{}");

        assertThat(diagnose(Exchange.captured(SentRequest.UNKNOWN, empty, null)))
                .isNull();
    }

    @Test
    void a_long_list_is_judged_by_its_beginning() {
        String entries = ("{USER,'id':'1','title':'" + "x".repeat(1000) + "'},").repeat(300);

        assertThat(live("GET", "/users", 200, "{LIST,'totalResults':300,'Resources':[" + entries + "{'id':'2'}]}"))
                .isNull();
        assertThat(live("GET", "/users", 200, "{'items':[" + entries + "{}]}")).isNotNull();
    }

    @Test
    void no_permission_is_missing_where_no_token_was_sent() {
        Finding without = diagnose(exchange("GET", "/users", Headers.NONE, new Answered(200, MARKS, json(REFUSAL))));
        Finding with = live("GET", "/users", 200, REFUSAL);

        assertThat(without).isNotNull();
        requireNonNull(without);
        assertThat(without.id()).isEqualTo("unexpected-content");
        assertThat(without.evidence())
                .anyMatch(evidence -> evidence.value().seen().equals("a SCIM error 403 under a status of success"));
        assertThat(with).isNotNull();
        requireNonNull(with);
        assertThat(with.id()).isEqualTo("permission-missing");
    }

    private @Nullable Finding captured(String path, Headers headers, int status, String body) {
        SentRequest request = SentRequest.get(BASE + path, Headers.NONE);
        return diagnose(Exchange.captured(request, new Answered(status, headers, json(body)), null));
    }

    private @Nullable Finding live(String method, String path, int status, String body) {
        Headers token = Headers.of("Authorization", "Bearer x");
        return diagnose(exchange(method, path, token, new Answered(status, MARKS, json(body))));
    }

    private static Exchange exchange(String method, String path, Headers headers, Answered answer) {
        SentRequest request = new SentRequest(method, BASE + path, headers, null);
        Attempt attempt = new Attempt(Instant.EPOCH, answer.status(), Duration.ZERO, null, null, null);
        return new Exchange(request, answer, List.of(attempt), Instant.EPOCH, Trace.NONE);
    }

    private @Nullable Finding diagnose(Exchange exchange) {
        return diagnoser.diagnose(exchange, DiagnosisContext.at(Instant.EPOCH)).finding();
    }

    private static String json(String text) {
        return text.replace("LIST", LIST).replace("USER", USER).replace('\'', '"');
    }
}
