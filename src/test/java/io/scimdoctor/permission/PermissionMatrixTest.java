package io.scimdoctor.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.Basis;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionMatrixTest {
    private final PermissionMatrix matrix = PermissionMatrix.load();

    @ParameterizedTest
    @EnumSource(Operation.class)
    void every_operation_has_an_alternative_with_a_basis(Operation operation) {
        assertThat(Need.of(operation).documented()).isNotEmpty();
        assertThat(matrix.alternatives(operation))
                .allMatch(alternative -> !alternative.basis().isEmpty());
    }

    /** Both generations of the documentation, row by row; what only one of them lists bears its month alone. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "READ_DISCOVERY                  | 2026-09 | User.Read.All+Group.Read.All, User.ReadWrite.All+Group.ReadWrite.All",
                "READ_DISCOVERY                  | 2026-03 | User.Read.All+Group.Read.All, User.ReadWrite.All+Group.ReadWrite.All",
                "LIST_USERS                      | 2026-09 | User.ReadBasic.All, User.Read.All, User.ReadWrite.All",
                "LIST_USERS                      | 2026-03 | User.Read.All, User.ReadWrite.All",
                "READ_USER                       | 2026-09 | User.ReadBasic.All, User.Read.All, User.ReadWrite.All",
                "READ_USER                       | 2026-03 | User.Read.All, User.ReadWrite.All",
                "CREATE_USER                     | 2026-09 | User.Create, User.ReadWrite.All",
                "CREATE_USER                     | 2026-03 | User.ReadWrite.All",
                "UPDATE_USER                     | 2026-09 | User.ReadUpdate.All, User.ReadWrite.All",
                "UPDATE_USER                     | 2026-03 | User.ReadWrite.All",
                "UPDATE_USER_OTHER_MAILS         | 2026-03 | User-Mail.ReadWrite.All, User.ReadWrite.All",
                "UPDATE_USER_PHONES              | 2026-03 | User-Phone.ReadWrite.All, User.ReadWrite.All",
                "UPDATE_USER_ACTIVE              | 2026-03 | User.EnableDisableAccount.All, User.ReadWrite.All",
                "UPDATE_USER_LEAVE_DATE          | 2026-09 | User-LifeCycleInfo.ReadWrite.All",
                "UPDATE_USER_LEAVE_DATE          | 2026-03 | User-LifeCycleInfo.ReadWrite.All+User.ReadWrite.All",
                "UPDATE_USER_SECURITY_ATTRIBUTES | 2026-09 | CustomSecAttributeAssignment.ReadWrite.All",
                "UPDATE_USER_SECURITY_ATTRIBUTES | 2026-03 | CustomSecAttributeAssignment.ReadWrite.All+User.ReadWrite.All",
                "DELETE_USER                     | 2026-09 | User.ReadWrite.All",
                "DELETE_USER                     | 2026-03 | User.ReadWrite.All",
                "READ_GROUPS                     | 2026-03 | Group.Read.All, Group.ReadWrite.All",
                "CREATE_GROUP                    | 2026-09 | Group.Create, Group.ReadWrite.All",
                "CREATE_GROUP                    | 2026-03 | Group.ReadWrite.All",
                "UPDATE_GROUP                    | 2026-03 | Group.ReadWrite.All",
                "UPDATE_GROUP_MEMBERS            | 2026-09 | GroupMember.ReadWrite.All, Group.ReadWrite.All",
                "UPDATE_GROUP_MEMBERS            | 2026-03 | Group.ReadWrite.All",
                "DELETE_GROUP                    | 2026-03 | Group.ReadWrite.All",
            })
    void each_edition_lists_its_roles_in_its_order(Operation operation, String month, String roles) {
        List<String> listed = matrix.alternatives(operation).stream()
                .filter(alternative -> alternative.basis().stream()
                        .anyMatch(basis -> basis.kind() == Basis.Kind.DOCUMENTED
                                && basis.date().startsWith(month)))
                .map(alternative -> String.join("+", alternative.roles()))
                .toList();

        assertThat(String.join(", ", listed)).isEqualTo(roles);
    }

    @Test
    void nothing_undocumented_deletes() {
        assertThat(matrix.standing(Operation.DELETE_USER, Set.of("Directory.ReadWrite.All")))
                .isEqualTo(Standing.DENIED);
    }

    @Test
    void the_least_privileged_alternative_comes_first() {
        assertThat(Need.of(Operation.LIST_USERS).documented().get(0)).containsExactly("User.ReadBasic.All");
        assertThat(Need.of(Operation.UPDATE_GROUP_MEMBERS).documented().get(0))
                .containsExactly("GroupMember.ReadWrite.All");
    }

    @Test
    void discovery_needs_both_halves() {
        assertThat(matrix.allows(Operation.READ_DISCOVERY, Set.of("User.Read.All")))
                .isFalse();
        assertThat(matrix.allows(Operation.READ_DISCOVERY, Set.of("User.ReadWrite.All", "Group.Read.All")))
                .isTrue();
        assertThat(Need.of(Operation.READ_DISCOVERY).leastMissing(Set.of("User.ReadWrite.All")))
                .containsExactly("Group.Read.All");
    }

    @Test
    void a_directory_role_is_probable_and_an_unrelated_one_is_not() {
        assertThat(matrix.standing(Operation.READ_GROUPS, Set.of("Directory.Read.All")))
                .isEqualTo(Standing.PROBABLE);
        assertThat(matrix.standing(Operation.CREATE_GROUP, Set.of("Directory.Read.All")))
                .isEqualTo(Standing.DENIED);
        assertThat(matrix.standing(Operation.READ_GROUPS, Set.of("Mail.Read"))).isEqualTo(Standing.DENIED);
    }

    @Test
    void nothing_is_missing_when_it_is_allowed() {
        assertThat(Need.of(Operation.LIST_USERS).leastMissing(Set.of("User.Read.All")))
                .isEmpty();
        assertThat(Need.of(Operation.DELETE_USER).leastMissing(Set.of("User.Read.All")))
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
        assertThat(operation(method, url, null)).isEqualTo(operation);
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
                "users  | urn:ietf:params:scim:schemas:core:2.0:User:active | UPDATE_USER_ACTIVE",
                "groups | urn:ietf:params:scim:schemas:core:2.0:Group:members | UPDATE_GROUP_MEMBERS",
            })
    void a_patch_is_as_narrow_as_its_paths(String resource, String path, Operation operation) {
        String body = "{\"Operations\":[{\"op\":\"replace\",\"path\":\"" + path + "\",\"value\":1}]}";

        assertThat(operation("PATCH", "/" + resource + "/x", body)).isEqualTo(operation);
    }

    @Test
    void a_list_of_typed_values_is_as_narrow_as_its_types() {
        String phones = "{\"Operations\":[{\"op\":\"replace\",\"value\":{\"phoneNumbers\":[{\"type\":\"mobile\"}]}}]}";
        String fax = phones.replace("mobile", "fax");

        assertThat(operation("PATCH", "/users/x", phones)).isEqualTo(Operation.UPDATE_USER_PHONES);
        assertThat(operation("PATCH", "/users/x", fax)).isEqualTo(Operation.UPDATE_USER);
    }

    @Test
    void a_change_of_guarded_and_other_attributes_needs_the_roles_of_both() {
        String body = "{\"Operations\":[{\"op\":\"add\",\"path\":\"displayName\"},"
                + "{\"op\":\"add\",\"path\":\"urn:x:CustomSecurityAttributes:Set.A\"}]}";

        assertThat(Need.of(new SentRequest("PATCH", "/users/x", Headers.NONE, body)))
                .containsExactly(Need.of(Operation.UPDATE_USER_SECURITY_ATTRIBUTES), Need.of(Operation.UPDATE_USER));
    }

    private static @Nullable Operation operation(String method, String url, @Nullable String body) {
        return Need.of(new SentRequest(method, url, Headers.NONE, body)).stream()
                .findFirst()
                .map(Need::operation)
                .orElse(null);
    }
}
