package io.scimdoctor.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.reader.Reading;
import io.scimdoctor.exchange.Answered;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statuses that programs print by the name of an enumeration, and those of the sign-in service. */
final class StatusWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST https://graph.microsoft.com/rp/scim/users UnsupportedMediaType | 415",
                "System.Net.Http.HttpRequestException: UnsupportedMediaType for https://graph.microsoft.com/rp/scim/users | 415",
                "Request to https://graph.microsoft.com/rp/scim/users failed: NotFound | 404",
                "GET https://graph.microsoft.com/rp/scim/users/1 -> TooManyRequests | 429",
                "POST https://graph.microsoft.com/rp/scim/users returned UnprocessableEntity | 422",
                "2026-04-03 14:22:01 [ERR] POST https://graph.microsoft.com/rp/scim/users failed with ServiceUnavailable | 503",
                "2026-04-03 14:22:01 WARN status=TOO_MANY_REQUESTS GET https://graph.microsoft.com/rp/scim/users | 429",
                "org.springframework.web.client.HttpClientErrorException$UnsupportedMediaType: POST https://graph.microsoft.com/rp/scim/users | 415",
                "https://graph.microsoft.com/rp/scim/users (UnsupportedMediaType) | 415",
                "StatusCode: UnprocessableEntity, url https://graph.microsoft.com/rp/scim/users | 422",
            })
    void the_name_of_a_status_beside_an_address_is_one(String line, int status) {
        assertThat(Reading.of(line).answer().status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NotFound",
                "The user https://graph.microsoft.com/rp/scim/users/1 was NotFound in the cache",
                "Mapping https://graph.microsoft.com/rp/scim/users: UserPrincipalName",
            })
    void such_a_name_elsewhere_is_a_word(String line) {
        assertThat(Reading.of(line).captured()).isEmpty();
    }

    /** What the sign-in service did not find is no object of the directory. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-04-03 14:22:01 ERROR MSAL token refresh failed: HTTP 404 Not Found from login.microsoftonline.com",
                "AdalServiceException: Response status code does not indicate success: 404 (NotFound).",
                "2026-04-03 14:22:01 acquireTokenSilent: refresh token request returned HTTP 404 Not Found",
            })
    void a_status_of_a_call_for_a_token_is_the_sign_in_service_s(String line) {
        assertThat(Reading.of(line).only().request().url()).isEqualTo("https://login.microsoftonline.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-04-03 14:22:01 token refresh done, Graph returned HTTP 404 Not Found",
                "MSAL token is valid; GET https://graph.microsoft.com/rp/scim/users/1 returned 404 Not Found",
            })
    void another_call_s_status_is_not(String line) {
        Reading reading = Reading.of(line);

        assertThat(((Answered) reading.only().outcome()).status()).isEqualTo(404);
        assertThat(String.valueOf(reading.only().request().url())).doesNotContain("login");
    }
}
