package io.scimdoctor.scim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterRulesTest {
    private static final String ID = "7d1d5c3e-3a0f-4b59-9b0b-0d5c6b8f2a11";

    private final FilterRules rules = FilterRules.load();

    static Stream<String> servedOnUsers() {
        return Stream.of(
                "userName eq \"a@contoso.example\"",
                "username ew \"@contoso.example\"",
                Attributes.CORE_USER + ":userName eq \"a\"",
                "externalId eq \"4711\"",
                "id eq \"" + ID + "\"",
                "groups.value eq \"" + ID + "\"",
                Attributes.ENTRA_USER + ":mailNickname ew \"x\"",
                Attributes.ENTRA_USER + ":ownedGroups.value eq \"" + ID + "\"",
                "active eq FALSE",
                "active eq true and userName ew \"x\"",
                "not(userName ew \"x\") and active eq true");
    }

    @ParameterizedTest
    @MethodSource("servedOnUsers")
    void documented_user_filters_are_served(String filter) {
        assertThat(rules.check(ResourceKind.USERS, filter)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "displayName eq \"Sales\"",
                "displayName ew \"s\"",
                "members.value eq \"" + ID + "\"",
                Attributes.ENTRA_GROUP + ":securityEnabled eq true",
                Attributes.ENTRA_GROUP + ":mailEnabled eq False",
                Attributes.ENTRA_GROUP + ":owners.value eq \"" + ID + "\""
            })
    void documented_group_filters_are_served(String filter) {
        assertThat(rules.check(ResourceKind.GROUPS, filter)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "displayName eq \"A\"                       | filter-withdrawn",
                "title eq \"A\"                             | filter-attribute",
                "mailNickname eq \"A\"                      | filter-unqualified",
                "userName sw \"A\"                          | filter-operator",
                "userName pr                                | filter-operator",
                "externalId eq \"1\" and active eq true     | filter-alone",
                "active eq \"true\"                         | filter-value",
                "id eq \"4711\"                             | filter-value",
                "userName eq 1                              | filter-value",
                "userName eq \"a\" or userName eq \"b\"     | filter-logic",
                "(userName eq \"a\")                        | filter-grouping",
                "not(userName eq \"a\")                     | filter-negation",
                "not(active eq true)                        | filter-negation",
                "emails[type eq \"work\"]                   | filter-value-path",
                "userName eq                                | filter-syntax",
            })
    void anything_else_breaks_a_named_rule(String filter, String rule) {
        assertThat(rules.check(ResourceKind.USERS, filter))
                .extracting(Violation::ruleId)
                .isEqualTo(rule);
    }

    @Test
    void a_violation_points_at_its_place() {
        Violation violation = rules.check(ResourceKind.USERS, "userName eq \"a\" and active eq \"true\"");

        assertThat(violation).extracting("start", "end").containsExactly(30, 36);
    }

    @Test
    void groups_know_no_negation() {
        assertThat(rules.check(ResourceKind.GROUPS, "not(displayName ew \"x\")"))
                .extracting(Violation::ruleId)
                .isEqualTo("filter-negation");
    }
}
