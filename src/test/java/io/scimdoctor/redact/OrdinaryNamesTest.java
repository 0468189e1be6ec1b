package io.scimdoctor.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of people whose every word is a usual one. */
final class OrdinaryNamesTest {
    private final Redaction redaction = new Redaction(new PseudonymTable(), secret -> {});

    @ParameterizedTest
    @ValueSource(
            strings = {
                "User 'Mark Field' was not found.",
                "The value 'Grant Page' of the attribute 'displayName' is not unique.",
                "The value \"Will\" is invalid",
                "Resource 'mark' does not exist or one of its queried reference-property objects are not present.",
                "Another object with the same value for property userPrincipalName already exists: will.page",
                "Invalid filter clause: userName eq \"mark.field\" is not supported.",
                "The filter 'userName eq \"mark.field\"' is not supported.",
                "The filter 'userName eq mark' is not supported.",
                "{\\\"message\\\":\\\"User 'Grant Page' not found\\\"}",
                "{\"message\":\"User \\\"Mark Field\\\" not found\"",
                "{\"displayName\": \"Mark Field\", \"message\": \"x",
                "the object \u201CMark Field\u201D, \u00ABGrant Page\u00BB, \u201EWill Page\u201C and \u2018April Long\u2019",
                "User &quot;Mark Field&quot; and &#39;Grant Page&#39; are unknown",
                "User `Mark Field` is unknown, 'Grant Pa",
                "displayName=Mark",
                "displayName='Mark Field'",
                "see https://graph.microsoft.com/rp/scim/Users/grant.page for more",
                "GET /rp/scim/users/mark failed",
                "users/will.page is unknown",
                "the members 'mark.field', 'will.page' and 'grant_page'",
                "mark_field@ or m.field or grant.page: unknown",
                "Another object with the same value for property userName already exists: 'mark-field'",
                "Users('mark')",
                "The user Mark Field was not found in the directory.",
                "Mark Field does not exist; ask Will Page (Grant Page) or the manager Mark.",
                "Manager Mark Rose (Will Park) does not exist",
                "contoso-sync/1.0 (Mark Rose; Summer Field Ltd)",
                "April Long from Summer Field called, then Grant Page.",
                "Property manager has the value Mark Rosenberg-Field, who is a guest"
            })
    void a_name_of_usual_words_is_handed_on_by_nobody(String text) {
        assertThat(redaction.text(text)).doesNotContainPattern("(?i)mark|field|grant|\\bwill\\b|\\bpage\\b|april|long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://graph.microsoft.com/rp/scim/Users/grant.page",
                "/users/will.page",
                "/users/mark",
                "https://graph.microsoft.com/rp/scim/groups/5c1d0c70-1111-4222-8333-444455556666/members/mark-field",
                "/users/Mark%20Field?count=1",
                "/users?filter=userName%20eq%20mark",
                "/users?filter=userName eq mark.field and active eq true",
                "/users?sortBy=mark"
            })
    void no_address_holds_one(String url) {
        assertThat(redaction.text(url) + Redactor.url(url))
                .doesNotContainPattern("(?i)mark|field|grant|\\bwill\\b|\\bpage\\b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The attributes 'displayName' and \"name.givenName\" of 'User' need 'User.Read.All, Directory.Read.All'.",
                "The 'SCIM Provisioning API' feature of https://graph.microsoft.com/rp/scim/users is off.",
                "The filter 'userName eq \"5c1d0c70-1111-4222-8333-444455556666\"' is not supported.",
                "Resource '5c1d0c70-1111-4222-8333-444455556666' does not exist, and doesn't 'count' 100.",
                "{\"error\":{\"code\":\"Request_BadRequest\",\"message\":\"Invalid filter clause\"",
                "{\\\"code\\\":\\\"Request_BadRequest\\\",\\\"message\\\":\\\"Invalid filter clause\\\"}",
                "https://graph.microsoft.com/rp/scim/users?attributes=userName,customSecurityAttributes&sortBy=userName",
                "Mon, 30 May 2026 in West Europe, Data Center East US: Grant admin consent. May I? Will it last? Mark it.",
                "The answer is \"Insufficient privileges to complete the operation.\" with 'text/html; charset=us-ascii'"
            })
    void what_microsoft_says_stays(String text) {
        assertThat(redaction.text(text)).isEqualTo(text);
    }
}
