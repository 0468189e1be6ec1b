package io.scimdoctor.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scimdoctor.finding.Stopped;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which base URLs can be called. */
final class CloudChoiceTest {
    private static String chosen(String url) {
        return CloudChoice.baseUrl(new Setting(url, Origin.OPTION, "--base-url"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://graph.microsoft.com/rp/scim", "https://graph.microsoft.com:65535/rp/scim"})
    void a_plain_url_is_taken(String url) {
        assertThat(chosen(url + "/")).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999", "65536", "0", "-1", "4294967296", "12a"})
    void a_port_that_there_is_not_is_wrong_usage(String port) {
        assertThatThrownBy(() -> chosen("https://graph.microsoft.com:" + port + "/rp/scim"))
                .isInstanceOf(Stopped.class)
                .hasMessageContaining("--base-url is no plain https URL");
    }
}
