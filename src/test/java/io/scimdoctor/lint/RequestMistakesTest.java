package io.scimdoctor.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.lint.body.PayloadLint;
import io.scimdoctor.lint.rule.Correction;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.scim.ResourceKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes that lie close to one another: each is named once, and by its own rule. */
final class RequestMistakesTest {
    private static final String ID = "7d1d5c3e-3a0f-4b59-9b0b-0d5c6b8f2a11";
    private static final String BASE = "https://graph.microsoft.com/rp/scim";

    @Test
    void a_query_string_may_begin_with_its_question_mark() {
        assertThat(rules(RequestLint.query("?count=10", ResourceKind.USERS))).isEmpty();
        assertThat(rules(RequestLint.query("?count=0", ResourceKind.USERS))).containsExactly("count-zero");
    }

    @Test
    void the_place_in_a_query_string_with_its_question_mark_is_that_of_the_text() {
        assertThat(RequestLint.query("?count=0", ResourceKind.USERS).get(0).place())
                .isEqualTo(Place.of(Place.Part.URL, 7, 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?filter= id%20eq%20%22" + ID + "%22", "?filter =id%20eq%20%22" + ID + "%22", "?count=  5"})
    void a_raw_blank_beside_the_equals_sign_is_taken_out(String query) {
        String url = BASE + "/users" + query;
        List<LintFinding> findings = RequestLint.query(url, ResourceKind.USERS);

        String better = Correction.of(url, Place.Part.URL, findings);

        assertThat(rules(RequestLint.query(better, ResourceKind.USERS))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://graph.microsoft.com/v1.0/rp/scim/users",
                "https://graph.microsoft.com/BETA/rp/scim/Users/" + ID,
                "https://graph.microsoft.us/api/rp/scim/groups",
                "/beta/rp/scim/users"
            })
    void nothing_is_served_at_the_base_below_a_version_of_graph(String url) {
        assertThat(rules(RequestLint.of(new SentRequest("GET", url, Headers.NONE, null))))
                .contains("path-base");
        assertThat(rules(RequestLint.query(url, ResourceKind.USERS))).contains("path-base");
        assertThat(rules(RequestLint.of(new SentRequest(
                        "GET", "https://gateway.contoso.example/v1/rp/scim/users", Headers.NONE, null))))
                .doesNotContain("path-base");
    }

    @Test
    void the_content_of_a_method_that_is_not_served_is_not_judged() {
        SentRequest request = new SentRequest("POST", BASE + "/users/" + ID, Headers.NONE, "{}");

        assertThat(rules(RequestLint.of(request))).containsExactly("method-not-served");
    }

    @Test
    void a_list_of_a_new_user_is_a_list() {
        String user = """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "a@contoso.example",
                 "displayName": "A", "active": true, "password": "x", "name": {"givenName": "A", "familyName": "B"},
                 "addresses": {"type": "work", "country": "DE"}}""";

        assertThat(rules(new PayloadLint(false, ResourceKind.USERS).check(user)))
                .containsExactly("user-nickname-omitted", "value-type");
    }

    @Test
    void a_manager_is_not_written_by_its_value() {
        String patch = """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [{"op": "replace",
                 "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value",
                 "value": "7d1d5c3e-3a0f-4b59-9b0b-0d5c6b8f2a11"}]}""";

        assertThat(rules(new PayloadLint(true, ResourceKind.USERS).check(patch)))
                .containsExactly("manager-form");
    }

    @Test
    void members_split_over_operations_are_counted_together() {
        StringBuilder operations = new StringBuilder();
        for (int i = 0; i < 21; i++) {
            operations.append(i == 0 ? "" : i == 10 ? "]},{\"op\":\"add\",\"path\":\"members\",\"value\":[" : ",");
            operations.append("{\"value\":\"").append(ID, 0, 34).append(10 + i).append("\"}");
        }
        String patch =
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"add\","
                        + "\"path\":\"members\",\"value\":[" + operations + "]}]}";

        assertThat(rules(new PayloadLint(true, ResourceKind.GROUPS).check(patch)))
                .containsExactlyInAnyOrder("group-add-split", "group-add-limit");
    }

    @Test
    void a_group_s_external_id_is_scim_and_maps_to_nothing() {
        String patch = """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [{"op": "replace",
                 "path": "externalId", "value": "g1"}]}""";

        assertThat(rules(new PayloadLint(true, ResourceKind.GROUPS).check(patch)))
                .containsExactly("attribute-unmapped");
    }

    private static List<String> rules(List<LintFinding> findings) {
        return findings.stream().map(found -> found.rule().id()).toList();
    }
}
