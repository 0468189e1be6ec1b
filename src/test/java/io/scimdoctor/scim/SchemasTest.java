package io.scimdoctor.scim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemasTest {
    private final Schemas schemas = Schemas.load();

    @Test
    void there_are_five() {
        assertThat(schemas.all()).extracting(Schema::id).hasSize(5).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName",
                "NAME.givenname",
                "emails.value",
                Attributes.CORE_USER + ":active",
                Attributes.ENTERPRISE_USER + ":manager.value",
                Attributes.ENTRA_USER + ":onPremisesExtensionAttributes.extensionAttribute15"
            })
    void a_users_attribute_is_found_by_its_name(String path) {
        assertThat(schemas.resolve(ResourceKind.USERS, path)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nickName", "department", "name.middleName", Attributes.ENTRA_GROUP + ":description", ""})
    void an_unmapped_name_is_not(String path) {
        assertThat(schemas.resolve(ResourceKind.USERS, path)).isNull();
    }

    @Test
    void filter_targets_and_passwords_are_never_returned() {
        assertThat(schemas.resolve(ResourceKind.USERS, "groups"))
                .matches(attribute -> attribute.isNeverReturned() && attribute.isReadOnly());
        assertThat(schemas.resolve(ResourceKind.USERS, "password"))
                .matches(attribute ->
                        attribute.isNeverReturned() && attribute.mutability().equals("writeOnly"));
        assertThat(schemas.resolve(ResourceKind.GROUPS, Attributes.ENTRA_GROUP + ":owners"))
                .matches(SchemaAttribute::isNeverReturned);
    }
}
