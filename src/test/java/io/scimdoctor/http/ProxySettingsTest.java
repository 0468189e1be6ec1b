package io.scimdoctor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingsTest {
    private static final String GRAPH = "graph.microsoft.com";

    @ParameterizedTest
    @CsvSource({
        "HTTPS_PROXY, https, http://p:80",
        "https_proxy, https, http://p:80",
        "ALL_PROXY, https, http://p:80",
        "all_proxy, http, http://p:80",
        "HTTP_PROXY, http, http://p:80",
        "http_proxy, http, http://p:80",
        "HTTP_PROXY, https, ",
        "HTTPS_PROXY, http, "
    })
    void each_variable_holds_for_its_own_scheme(String name, String scheme, @Nullable String expected) {
        ProxySettings settings = ProxySettings.from(Map.of(name, "http://p"), null, "--proxy", null);

        assertThat(chosen(settings, scheme, GRAPH, 443)).isEqualTo(expected);
    }

    @Test
    void the_upper_case_http_proxy_is_not_believed_in_a_cgi_process() {
        Map<String, String> cgi = Map.of("HTTP_PROXY", "http://evil", "REQUEST_METHOD", "GET");

        assertThat(chosen(ProxySettings.from(cgi, null, "--proxy", null), "http", "h", 80))
                .isNull();
    }

    @Test
    void the_flag_outranks_the_environment_and_may_be_empty() {
        Map<String, String> environment = Map.of("HTTPS_PROXY", "http://env:1", "NO_PROXY", GRAPH);

        assertThat(chosen(ProxySettings.from(environment, "https://flag:2", "--proxy", ""), "https", GRAPH, 443))
                .isEqualTo("https://flag:2");
        assertThat(chosen(ProxySettings.from(environment, "", "--proxy", ""), "https", GRAPH, 443))
                .isNull();
        assertThat(chosen(ProxySettings.from(environment, null, "--proxy", null), "https", GRAPH, 443))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*|graph.microsoft.com|443|true",
                "graph.microsoft.com|graph.microsoft.com|443|true",
                "microsoft.com|graph.microsoft.com|443|true",
                ".microsoft.com|graph.microsoft.com|443|true",
                "*.microsoft.com|graph.microsoft.com|443|true",
                "MICROSOFT.COM|graph.microsoft.com|443|true",
                "soft.com|graph.microsoft.com|443|false",
                "graph.microsoft.com.evil|graph.microsoft.com|443|false",
                "a.example, graph.microsoft.com|graph.microsoft.com|443|true",
                "a.example graph.microsoft.com|graph.microsoft.com|443|true",
                "graph.microsoft.com:443|graph.microsoft.com|443|true",
                "graph.microsoft.com:8443|graph.microsoft.com|443|false",
                "10.0.0.0/8|10.1.2.3|443|true",
                "10.0.0.0/8|11.1.2.3|443|false",
                "192.168.1.7|192.168.1.7|80|true",
                "0.0.0.0/0|1.2.3.4|80|true",
                "10.0.0.0/x|10.1.2.3|80|false",
                "fe80::1|fe80::1|80|true",
                "[fe80::1]:80|fe80::1|80|true",
                "''|graph.microsoft.com|443|false",
                ",,|graph.microsoft.com|443|false"
            })
    void the_exceptions_are_read_as_other_tools_read_them(String list, String host, int port, boolean direct) {
        Map<String, String> environment = Map.of("ALL_PROXY", "http://p:3128", "NO_PROXY", list);

        String chosen = chosen(ProxySettings.from(environment, null, "--proxy", null), "https", host, port);

        assertThat(chosen == null).isEqualTo(direct);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "169.254.169.254"})
    void this_machine_is_reached_directly(String host) {
        assertThat(chosen(ProxySettings.from(Map.of("ALL_PROXY", "http://p"), null, "--proxy", null), "http", host, 80))
                .isNull();
        assertThat(chosen(ProxySettings.from(Map.of(), "http://p", "--proxy", null), "http", host, 80))
                .isNull();
    }

    @Test
    void a_debugging_proxy_on_this_machine_may_be_named() {
        assertThat(chosen(
                        ProxySettings.from(Map.of(), "http://127.0.0.1:8888", "--proxy", null),
                        "http",
                        "localhost",
                        80))
                .isEqualTo("http://127.0.0.1:8888");
    }

    @Test
    void user_and_password_become_a_header_and_are_shown_nowhere() {
        ProxyServer server = ProxyServer.parse("http://us%40er:p%3Aw+d@proxy:3128/", "HTTPS_PROXY");

        // us@er:p:w+d
        assertThat(server.authorization()).isEqualTo("Basic dXNAZXI6cDp3K2Q=");
        assertThat(server.toString()).isEqualTo("http://proxy:3128");
        assertThat(ProxySettings.from(Map.of("HTTPS_PROXY", "http://u:sesame@p"), null, "--proxy", null))
                .asString()
                .doesNotContain("sesame");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://u:sesame@",
                "http://u:sesame@ho st",
                "socks5://u:sesame@h:1",
                "http://u:sesame%zz@h",
                "http://u:sesame@h:0",
                "u:sesame@h:99999"
            })
    void a_malformed_proxy_is_refused_without_showing_its_password(String url) {
        assertThatThrownBy(() -> ProxySettings.from(Map.of("HTTPS_PROXY", url), null, "--proxy", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageContaining("HTTPS_PROXY")
                .hasMessageNotContaining("sesame");
    }

    private static @Nullable String chosen(ProxySettings settings, String scheme, String host, int port) {
        return settings.forTarget(new Target(scheme, new Authority(host, port), "/"))
                .map(ProxyServer::toString)
                .orElse(null);
    }
}
