package io.scimdoctor.permission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLineTest {
    @ParameterizedTest
    @EnumSource(Operation.class)
    void the_request_of_every_operation_leads_back_to_it(Operation operation) {
        assertThat(RequestLine.matches(operation.request())).isTrue();

        assertThat(RequestLine.parse(operation.request()).needs()).containsExactly(Need.of(operation));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "patch /Groups/abc members[value eq \"x\"] | UPDATE_GROUP_MEMBERS",
                "PATCH /groups/{id} members, displayName   | UPDATE_GROUP",
                "PATCH /users/{id} accountEnabled          | UPDATE_USER_ACTIVE",
                "PATCH /users/{id} mobilePhone, businessPhones | UPDATE_USER_PHONES",
                "PATCH /users/{id} active otherMails       | UPDATE_USER",
                "PATCH https://graph.microsoft.com/rp/scim/users/x active | UPDATE_USER_ACTIVE",
                "GET /users?filter=userName eq \"a b\"     | LIST_USERS",
                "GET /resourcetypes/User                   | READ_DISCOVERY",
            })
    void a_line_is_read_as_people_write_it(String line, Operation operation) {
        assertThat(RequestLine.parse(line).needs()).containsExactly(Need.of(operation));
    }

    @Test
    void a_filter_beyond_the_basic_profile_needs_more_than_the_basic_role() {
        Need need = RequestLine.parse("GET /users?filter=externalId eq \"x\"")
                .needs()
                .get(0);

        assertThat(need.beyondBasic()).isTrue();
        assertThat(need.standing(java.util.Set.of("User.ReadBasic.All"))).isEqualTo(Standing.DENIED);
        assertThat(need.leastMissing(java.util.Set.of("User.ReadBasic.All"))).containsExactly("User.Read.All");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT /users/x", "PATCH /users", "GET /v1.0/users", "DELETE /groups", "HEAD /users"})
    void what_the_api_does_not_serve_needs_nothing(String line) {
        assertThat(RequestLine.parse(line).needs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"list-users", "request.har", "GET", "get users", "FETCH /users"})
    void other_words_are_no_request_line(String text) {
        assertThat(RequestLine.matches(text)).isFalse();
    }
}
