package io.scimdoctor.permission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.scimdoctor.json.Json;
import io.scimdoctor.scim.ScimUrl;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionMatrixTest {
    private final PermissionMatrix matrix = PermissionMatrix.load();

    @ParameterizedTest
    @EnumSource(Operation.class)
    void every_operation_has_an_alternative_with_a_basis(Operation operation) {
        assertThat(matrix.alternatives(operation)).isNotEmpty();
        assertThat(matrix.rows())
                .filteredOn(row -> row.operation() == operation)
                .allMatch(row -> !row.basis().source().isEmpty());
    }

    @Test
    void the_least_privileged_alternative_comes_first() {
        assertThat(matrix.alternatives(Operation.LIST_USERS).get(0)).containsExactly("User.ReadBasic.All");
        assertThat(matrix.alternatives(Operation.UPDATE_GROUP_MEMBERS).get(0))
                .containsExactly("GroupMember.ReadWrite.All");
    }

    @Test
    void discovery_needs_both_halves() {
        assertThat(matrix.allows(Operation.READ_DISCOVERY, Set.of("User.Read.All")))
                .isFalse();
        assertThat(matrix.allows(Operation.READ_DISCOVERY, Set.of("User.ReadWrite.All", "Group.Read.All")))
                .isTrue();
        assertThat(matrix.leastMissing(Operation.READ_DISCOVERY, Set.of("User.ReadWrite.All")))
                .containsExactly("Group.Read.All");
    }

    @Test
    void a_directory_role_is_probable_and_an_unrelated_one_is_not() {
        assertThat(matrix.verdict(Operation.READ_GROUPS, Set.of("Directory.Read.All")))
                .isEqualTo(Verdict.PROBABLE);
        assertThat(matrix.verdict(Operation.CREATE_GROUP, Set.of("Directory.Read.All")))
                .isEqualTo(Verdict.DENIED);
        assertThat(matrix.verdict(Operation.READ_GROUPS, Set.of("Mail.Read"))).isEqualTo(Verdict.DENIED);
    }

    @Test
    void nothing_is_missing_when_it_is_allowed() {
        assertThat(matrix.leastMissing(Operation.LIST_USERS, Set.of("User.Read.All")))
                .isEmpty();
        assertThat(matrix.leastMissing(Operation.DELETE_USER, Set.of("User.Read.All")))
                .containsExactly("User.ReadWrite.All");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "GET    | /rp/scim/serviceproviderconfig                     | READ_DISCOVERY",
                "GET    | /rp/scim/Users?count=1                             | LIST_USERS",
                "GET    | /rp/scim/users/7d1d5c3e-3a0f-4b59-9b0b-0d5c6b8f2a11| READ_USER",
                "GET    | /users?attributes=urn:x:CustomSecurityAttributes:A | READ_SECURITY_ATTRIBUTES",
                "POST   | /users                                             | CREATE_USER",
                "DELETE | /users/x                                           | DELETE_USER",
                "DELETE | /users                                             | null",
                "PUT    | /users/x                                           | null",
                "PATCH  | /groups/x                                          | UPDATE_GROUP",
                "GET    | /v1.0/users                                        | null",
            })
    void a_request_is_an_operation(String method, String url, Operation operation) {
        assertThat(Operation.of(method, ScimUrl.parse(url), null)).isEqualTo(operation);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "users  | active                                         | UPDATE_USER_ACTIVE",
                "users  | emails[type eq \\\"other\\\"].value            | UPDATE_USER_OTHER_MAILS",
                "users  | emails[type eq \\\"work\\\"].value             | UPDATE_USER",
                "users  | phoneNumbers[type eq \\\"mobile\\\"].value     | UPDATE_USER_PHONES",
                "users  | phoneNumbers[type eq \\\"fax\\\"].value        | UPDATE_USER",
                "users  | urn:ietf:x:User:employeeLeaveDateTime          | UPDATE_USER_LEAVE_DATE",
                "users  | urn:ietf:x:CustomSecurityAttributes:Set.A      | UPDATE_USER_SECURITY_ATTRIBUTES",
                "groups | members[value eq \\\"x\\\"]                    | UPDATE_GROUP_MEMBERS",
                "groups | displayName                                    | UPDATE_GROUP",
            })
    void a_patch_is_as_narrow_as_its_paths(String resource, String path, Operation operation)
            throws JsonProcessingException {
        String body = "{\"Operations\":[{\"op\":\"replace\",\"path\":\"" + path + "\",\"value\":1}]}";

        assertThat(Operation.of("PATCH", ScimUrl.parse("/" + resource + "/x"), Json.read(body)))
                .isEqualTo(operation);
    }
}
